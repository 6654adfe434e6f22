/** Asks the server. Every refusal comes back as an error whose message can be shown to the visitor. */

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Nobody answered: the line is down or the server is gone. Whether the request arrived is not known. */
export class Unreachable extends Error {}

export const api = {
  users: () => call("GET", "/api/users"),
  addUser: (user) => call("POST", "/api/users", user),
  chats: (me) => call("GET", `/api/chats?user_id=${me}`),
  messages: (me, chat, range) =>
    call("GET", `/api/chats/${chat}/messages?${new URLSearchParams({ user_id: me, ...range })}`),
  send: (me, chat, body) => call("POST", `/api/chats/${chat}/messages`, { user_id: me, ...body }),
  sendFiles: (chat, form) => call("POST", `/api/chats/${chat}/messages`, form),
  edit: (me, chat, message, text) => call("PATCH", `/api/chats/${chat}/messages/${message}`, { user_id: me, text }),
  remove: (me, chat, message) => call("DELETE", `/api/chats/${chat}/messages/${message}?user_id=${me}`),
  tap: (me, chat, message, data) =>
    call("POST", `/api/chats/${chat}/taps`, { user_id: me, message_id: message, callback_data: data }),
  vote: (me, chat, message, options) =>
    call("POST", `/api/chats/${chat}/votes`, { user_id: me, message_id: message, option_ids: options }),
  pin: (me, chat, message) => call("POST", `/api/chats/${chat}/pins`, { user_id: me, message_id: message }),
  read: (me, chat, message) => call("POST", `/api/chats/${chat}/read`, { user_id: me, message_id: message }),
  block: (me, chat, blocked) => call("POST", `/api/chats/${chat}/block`, { user_id: me, blocked }),
  join: (me, link) => call("POST", "/api/joins", { user_id: me, link }),
  clock: () => call("GET", "/api/clock"),
  turnClock: (step) => call("POST", "/api/clock", step),
};

async function call(method, path, body) {
  const response = await reach(path, { method, ...packed(body) });
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  throw new Refused(answer?.error ?? `${response.status} ${response.statusText}`, response.status);
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    throw new Unreachable(error.message);
  }
}

function packed(body) {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
}
