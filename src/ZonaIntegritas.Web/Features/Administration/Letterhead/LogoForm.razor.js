// Gives the form its antiforgery token just before it is sent, so that one left open for hours still works, and says which file was chosen.
export function attach(form) {
  const shown = form.querySelector("output");
  form.elements.logo.addEventListener("change", ({ target }) => { shown.textContent = target.files[0]?.name ?? shown.dataset.empty; });
  form.addEventListener("submit", async (event) => {
    if (form.elements.__RequestVerificationToken) return;
    event.preventDefault();
    const { token } = await (await fetch("/antiforgery")).json();
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "__RequestVerificationToken", value: token });
    form.append(field);
    form.requestSubmit(event.submitter);
  });
}
