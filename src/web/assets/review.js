// The review desk by keyboard, one key each; and amending by selecting: the field that had the focus takes the words.
import { selectedWords } from "./selection.js";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  const field = button.closest("details")?.querySelector("textarea");
  if (field && button.closest("details").open) field.focus();
});

let field = null;
document.addEventListener("focusin", (event) => {
  if (event.target instanceof Element) field = event.target.closest("textarea[data-picks]") ?? field;
});

const pick = () => {
  const words = field ? selectedWords() : null;
  if (!words) return false;
  field.value = words.text;
  field.form.elements[`${field.name}-start`].value = String(words.start);
  field.focus();
  return true;
};

document.addEventListener("pointerup", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-text]")) pick();
});

// The keyboard's way, for words selected with Shift and the arrows.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && pick()) event.preventDefault();
});

// Words that are typed are looked for in the text; the offset of words selected before no longer holds.
document.addEventListener("input", (event) => {
  if (!(event.target instanceof Element) || !event.target.matches("textarea[data-picks]")) return;
  event.target.form.elements[`${event.target.name}-start`].value = "";
});
