// The way to the server: a socket, an editor's messages, or nothing but what is in the file.
const connect = (wait) => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${location.pathname}socket`);
  socket.addEventListener("open", () => {
    wait = 250;
    send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
    status("", "");
    send({ type: "ready" });
  });
  socket.addEventListener("message", (event) => receive(JSON.parse(event.data)));
  socket.addEventListener("close", () => {
    send = () => {};
    status("", "not connected: changes are not shown");
    setTimeout(() => connect(Math.min(wait * 2, 8000)), wait);
  });
};

if (setup.transport === "socket") {
  connect(250);
} else if (setup.transport === "webview") {
  const editor = acquireVsCodeApi();
  send = (message) => editor.postMessage(message);
  addEventListener("message", (event) => receive(event.data));
  send({ type: "ready" });
} else {
  const data = JSON.parse($("data").textContent);
  send = (message) => message.type === "timeline" && receive(data.timeline);
  receive(data.deck);
}
if (setup.view === "timeline" || location.hash === "#timeline") addEventListener("load", () => toggleTimeline());
