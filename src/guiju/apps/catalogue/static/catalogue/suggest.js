// Suggestions under the search box while something is typed. Without this script the box works too.
(() => {
  const WAIT = 120; // milliseconds without a key before we ask
  const box = document.querySelector("input[data-suggest]");
  if (!box) return;
  const list = document.createElement("ul");
  list.id = "standard-suggestions";
  list.className = "cf-suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.label);
  list.hidden = true;
  box.parentElement.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    box.setAttribute(name, value);
  }
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  const close = () => {
    asked += 1;
    window.clearTimeout(timer);
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const take = (option) => {
    if (option.dataset.slug) {
      const steps = option.dataset.slug.split("/").map(encodeURIComponent);
      window.location.assign(`${box.dataset.standard}${steps.join("/")}/`);
      return;
    }
    const words = box.value.trimEnd().split(/\s+/);
    words[words.length - 1] = option.dataset.text;
    box.value = words.join(" ");
    close();
    box.form.requestSubmit();
  };

  const written = (text, kind) => {
    const part = document.createElement("span");
    part.textContent = text;
    if (kind) part.className = kind;
    if (/[\u4e00-\u9fff]/.test(text)) part.lang = "zh-Hans";
    return part;
  };

  const show = (rows) => {
    list.replaceChildren(...rows.map((row, at) => {
      const option = document.createElement("li");
      option.id = `standard-suggestion-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.slug = row.slug;
      option.dataset.text = row.text;
      option.append(written(row.text, ""));
      if (row.title) option.append(" ", written(row.title, "gj-quiet"));
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(option));
      return option;
    }));
    list.hidden = rows.length === 0;
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-expanded", String(rows.length > 0));
  };

  const ask = async () => {
    const mine = ++asked;
    const text = box.value.trim();
    if (!text) {
      close();
      return;
    }
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`).catch(() => null);
    if (!answer || !answer.ok || mine !== asked) return;
    const { suggestions } = await answer.json();
    if (mine === asked) show(suggestions);
  };

  const move = (step) => {
    const options = [...list.children];
    if (!options.length) return;
    chosen = (chosen + step + options.length + (chosen < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    box.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };

  box.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener("blur", close);
})();
