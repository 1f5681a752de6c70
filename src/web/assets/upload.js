// Adding by dropping files: each is read by itself, and its result appears as it comes. Without this script the form sends all at once.

const form = document.querySelector("form[data-upload]");
if (form) {
  const files = form.querySelector("input[type=file]");
  const status = form.querySelector(".upload-progress");

  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("dropping");
  });
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("dropping");
    if (event.dataTransfer?.files.length) {
      files.files = event.dataTransfer.files;
      void readAll();
    }
  });
  form.addEventListener("submit", (event) => {
    // One text or one file needs no progress: the form leads to what was found.
    if (files.files.length < 2) return;
    event.preventDefault();
    void readAll();
  });

  const readAll = async () => {
    const all = [...files.files];
    const bar = document.createElement("progress");
    bar.max = all.length;
    bar.value = 0;
    const list = document.createElement("ul");
    const line = document.createElement("p");
    status.replaceChildren(line, bar, list);
    for (const [index, file] of all.entries()) {
      line.textContent = `${status.dataset.reading} ${index + 1} / ${all.length}: ${file.name}`;
      const data = new FormData(form);
      data.delete("files");
      data.delete("text");
      data.append("files", file);
      list.append(await readOne(data, file.name));
      bar.value = index + 1;
    }
    line.textContent = `${all.length} / ${all.length}`;
    files.value = "";
    location.assign("/add");
  };

  const readOne = async (data, name) => {
    const item = document.createElement("li");
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { accept: "application/json" },
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error?.message ?? response.statusText);
      for (const draft of answer.drafts) {
        const link = document.createElement("a");
        link.href = `/drafts/${draft.id}`;
        link.textContent = draft.title ?? name;
        item.append(link, ` · ${draft.statements} ${status.dataset.found} `);
      }
      for (const failed of answer.failed) item.append(`${status.dataset.failed} ${failed.name}. ${failed.message} `);
    } catch (error) {
      item.textContent = `${status.dataset.failed} ${name}. ${error.message}`;
    }
    return item;
  };
}
