// In an article: Ctrl+Enter on selected words opens the correction form for just these words.
import { selectedWords } from "./selection.js";

const link = document.querySelector("a[data-correct]");

if (link)
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const words = selectedWords();
    if (!words) return;
    event.preventDefault();
    const address = new URL(link.href);
    address.searchParams.set("start", String(words.start));
    address.searchParams.set("end", String(words.end));
    location.assign(address);
  });
