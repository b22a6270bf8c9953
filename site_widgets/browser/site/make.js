/** An element with text in it. Text only: nothing typed or opened is ever read as HTML. */
export function make(name, text = "", className = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
