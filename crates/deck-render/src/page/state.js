// What the page knows. Cards are plain data as they came; nodes are made of them when needed.
const setup = JSON.parse(document.getElementById("setup").textContent);
const $ = (id) => document.getElementById(id);
const state = {
  version: -1, title: "", sections: [], cards: new Map(), order: [], shuffled: null,
  nodes: new Map(), heads: new Map(), open: new Set(), openAll: false, reverse: false,
  onlyProblems: false, words: "", section: "", current: null, cursor: null, view: "cards",
};
let send = () => {};

const make = (name, attributes = {}, ...inside) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
};

// The server's HTML is made safe there; here pictures and sounds get their addresses before anything loads.
const fragment = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const image of template.content.querySelectorAll("img")) {
    const path = image.getAttribute("src");
    const address = path && (setup.media ? setup.media[path] : `${setup.mediaBase}/${path}`);
    if (address) image.setAttribute("src", address);
    image.loading = "lazy";
    const instead = () => image.replaceWith(make("span", { class: "lost" }, ["no picture", image.alt || decodeURIComponent(path ?? "")].filter(Boolean).join(": ")));
    if (!address) instead();
    else image.addEventListener("error", instead);
  }
  for (const sound of template.content.querySelectorAll("audio")) {
    const path = sound.getAttribute("src");
    const address = setup.media ? setup.media[path] : `${setup.mediaBase}/${path}`;
    const instead = () => sound.replaceWith(`[sound:${sound.title}]`);
    if (!address) {
      instead();
      continue;
    }
    sound.src = address;
    sound.addEventListener("error", instead);
  }
  return template.content;
};

const textOf = (html) => html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
