"""Reading data and cases: strict, whole, every fault named."""
