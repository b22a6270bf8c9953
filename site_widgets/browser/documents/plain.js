// Text that a file format can hold: no control characters, no half of a character.

const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

/** The lines of a text. Each character that no format knows is a space. */
export const linesOf = (text) => text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replace(NOT_TEXT, " ").replaceAll("\t", " "));
