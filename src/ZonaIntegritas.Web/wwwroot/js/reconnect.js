// Blazor names the state of the line with an event; the dialog follows it, so that it also traps focus.
const dialog = document.getElementById("components-reconnect-modal");
dialog?.addEventListener("components-reconnect-state-changed", (event) => {
  if (event.detail.state === "show" && !dialog.open) dialog.showModal();
  if (event.detail.state === "hide") dialog.close();
});
