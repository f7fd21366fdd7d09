// The first field that was refused, for whoever pressed the button far below it.
export function focusFirstFault() {
  document.querySelector('.side [aria-invalid="true"]')?.focus();
}
