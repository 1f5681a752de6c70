// What a script adds to pages that work without one: joining the parts of a statement under the pointer or focus,
// lighting the words that prove a field, copying a citation, "/" for search.

const joined = (number, on) => {
  for (const element of document.querySelectorAll(`[data-s~="${number}"]`)) element.classList.toggle("joined", on);
};

const join = (event, on) => {
  const place = event.target instanceof Element ? event.target.closest("[data-s]") : null;
  // Where statements are nested, the innermost one is numbered last.
  const number = place?.getAttribute("data-s")?.split(" ").at(-1);
  if (number) joined(number, on);
};

const light = (event, on) => {
  const proof = event.target instanceof Element ? event.target.closest("a.proof") : null;
  const id = proof?.getAttribute("data-w");
  if (id) for (const mark of document.querySelectorAll(`mark[data-w~="${id}"]`)) mark.classList.toggle("lit", on);
};

for (const [type, on] of [
  ["pointerover", true],
  ["pointerout", false],
  ["focusin", true],
  ["focusout", false],
]) {
  document.addEventListener(type, (event) => {
    join(event, on);
    light(event, on);
  });
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    } catch {
      // No permission to write: the words are selected, so that the keyboard can copy them.
      field.select();
    }
  });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector("#words, #find");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
