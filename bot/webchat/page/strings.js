/** What the page itself says, in the four languages. The bot's words come from the bot. */

const LANGUAGES = ["de", "en", "fr", "lb"];

/** Names of the languages in themselves, for choosing one. */
export const LANGUAGE_NAMES = { de: "Deutsch", en: "English", fr: "Français", lb: "Lëtzebuergesch" };

const TABLE = {
  about: ["Ein Satz zur Person (freiwillig)", "One line about this person (optional)", "Une phrase sur cette personne (facultatif)", "Ee Saz iwwer dës Persoun (fräiwëlleg)"],
  add: ["Hinzufügen", "Add", "Ajouter", "Dobäisetzen"],
  add_files: ["Weitere Dateien", "More files", "Ajouter des fichiers", "Weider Dateien"],
  advance_day: ["+1 Tag", "+1 day", "+1 jour", "+1 Dag"],
  advance_hours: ["+6 Std.", "+6 h", "+6 h", "+6 St."],
  advance_next: ["Weiter zum nächsten Ereignis", "Go to what comes next", "Passer à la suite", "Weider bei dat nächst Evenement"],
  all_seats: ["Alle Personen", "Everybody", "Toutes les personnes", "All Persounen"],
  attach: ["Foto oder Datei anhängen", "Attach a photo or file", "Joindre une photo ou un fichier", "Foto oder Datei uhänken"],
  attach_title: ["Anhang senden", "Send attachment", "Envoyer en pièce jointe", "Unhang schécken"],
  back: ["Zurück zur Chatliste", "Back to the chat list", "Retour à la liste des discussions", "Zréck op d’Chatlëscht"],
  back_online: ["Wieder verbunden", "Connected again", "Connexion rétablie", "Nees verbonnen"],
  block: ["Bot blockieren", "Block the bot", "Bloquer le bot", "Bot blockéieren"],
  block_ask: ["Dieser Bot kann Ihnen dann nicht mehr schreiben, bis Sie ihn wieder zulassen.", "This bot can then no longer write to you until you allow it again.", "Ce bot ne pourra plus vous écrire tant que vous ne l’aurez pas débloqué.", "Dëse Bot kann Iech da net méi schreiwen, bis Dir en nees zouloosst."],
  blocked: ["blockiert", "blocked", "bloqué", "blockéiert"],
  bot: ["Bot", "bot", "bot", "Bot"],
  cancel: ["Abbrechen", "Cancel", "Annuler", "Ofbriechen"],
  caption: ["Bildunterschrift …", "Add a caption …", "Ajouter une légende\u00a0…", "Bildënnerschrëft …"],
  channel: ["Kanal", "channel", "canal", "Kanal"],
  chat_menu: ["Menü des Chats", "Chat menu", "Menu de la discussion", "Menü vum Chat"],
  chats: ["Chats", "Chats", "Discussions", "Chats"],
  clock: ["Uhr des Shops", "The shop’s clock", "Horloge de la boutique", "Auer vum Shop"],
  clock_hint: ["▶ lässt einen Tag in 20 Sekunden vergehen.", "▶ lets a day pass in 20 seconds.", "▶ fait passer une journée en 20 secondes.", "▶ léisst en Dag an 20 Sekonne vergoen."],
  clock_idle: ["Es steht nichts an.", "Nothing is due.", "Rien de prévu.", "Et steet näischt un."],
  clock_next: ["Als Nächstes", "Next", "Ensuite", "Als Nächst"],
  close: ["Schließen", "Close", "Fermer", "Zoumaachen"],
  commands: ["Befehle", "Commands", "Commandes", "Kommandoen"],
  contact: ["Kontakt", "Contact", "Contact", "Kontakt"],
  contact_ask: ["Der Bot bekommt Ihren Namen und diese Telefonnummer.", "The bot will get your name and this phone number.", "Le bot recevra votre nom et ce numéro de téléphone.", "De Bot kritt Ären Numm an dës Telefonsnummer."],
  contact_title: ["Telefonnummer teilen?", "Share your phone number?", "Partager votre numéro de téléphone\u00a0?", "Telefonsnummer deelen?"],
  copied: ["Kopiert", "Copied", "Copié", "Kopéiert"],
  copy: ["Kopieren", "Copy", "Copier", "Kopéieren"],
  copy_failed: ["Kopieren ist hier nicht möglich.", "Copying is not possible here.", "La copie n’est pas possible ici.", "Kopéieren ass hei net méiglech."],
  copy_text: ["Text kopieren", "Copy text", "Copier le texte", "Text kopéieren"],
  delete: ["Löschen", "Delete", "Supprimer", "Läschen"],
  delete_ask: ["Die Nachricht verschwindet bei Ihnen und beim Bot.", "The message disappears for you and for the bot.", "Le message disparaîtra pour vous et pour le bot.", "De Message verschwënnt bei Iech a beim Bot."],
  delete_title: ["Nachricht löschen?", "Delete this message?", "Supprimer ce message\u00a0?", "Message läschen?"],
  discard: ["Verwerfen", "Discard", "Abandonner", "Ewechgeheien"],
  document: ["Datei", "File", "Fichier", "Datei"],
  download: ["Herunterladen", "Download", "Télécharger", "Eroflueden"],
  draft: ["Entwurf:", "Draft:", "Brouillon\u00a0:", "Entworf:"],
  drop_here: ["Zum Senden hier ablegen", "Drop here to send", "Déposer ici pour envoyer", "Hei fale loossen, fir ze schécken"],
  edit: ["Bearbeiten", "Edit", "Modifier", "Änneren"],
  edited: ["bearbeitet", "edited", "modifié", "geännert"],
  editing: ["Nachricht bearbeiten", "Edit message", "Modifier le message", "Message änneren"],
  empty_chat: ["Noch keine Nachrichten", "No messages yet", "Aucun message pour l’instant", "Nach keng Messagen"],
  empty_hint: ["Tippen Sie unten auf „Start“, und das Gespräch beginnt.", "Press “Start” below and the conversation begins.", "Appuyez sur «\u00a0Démarrer\u00a0» ci-dessous et la conversation commence.", "Dréckt ënnen op „Start“, da fänkt d’Gespréich un."],
  failed: ["Nicht gesendet", "Not sent", "Non envoyé", "Net geschéckt"],
  file_too_big: ["{name} ist größer als 20 MB.", "{name} is larger than 20 MB.", "{name} dépasse 20 Mo.", "{name} ass méi grouss wéi 20 MB."],
  gone: ["Diese Person gibt es nicht mehr. Wählen Sie bitte neu.", "This person is gone. Please choose again.", "Cette personne n’existe plus. Veuillez choisir à nouveau.", "Dës Persoun gëtt et net méi. Wielt w. e. g. nei."],
  gone_message: ["Diese Nachricht ist nicht mehr da oder noch nicht geladen.", "This message is gone or not loaded yet.", "Ce message n’existe plus ou n’est pas encore chargé.", "Dëse Message ass net méi do oder nach net gelueden."],
  group: ["Gruppe", "group", "groupe", "Grupp"],
  join_asked: ["Anfrage gesendet: {name}", "Request sent: {name}", "Demande envoyée\u00a0: {name}", "Ufro geschéckt: {name}"],
  join_over: ["Dieser Einladungslink gilt nicht mehr.", "This invite link has expired.", "Ce lien d’invitation n’est plus valable.", "Dësen Invitatiounslink gëllt net méi."],
  keyboard: ["Antworttasten", "Reply keys", "Touches de réponse", "Äntwerttasten"],
  keyboard_hide: ["Antworttasten ausblenden", "Hide reply keys", "Masquer les touches", "Äntwerttaste verstoppen"],
  keyboard_show: ["Antworttasten einblenden", "Show reply keys", "Afficher les touches", "Äntwerttaste weisen"],
  language: ["Sprache", "Language", "Langue", "Sprooch"],
  loading: ["Wird geladen …", "Loading …", "Chargement\u00a0…", "Gëtt gelueden …"],
  menu: ["Menü", "Menu", "Menu", "Menü"],
  message: ["Nachricht", "Message", "Message", "Message"],
  message_field: ["Nachricht", "Message", "Écrire un message", "Message schreiwen"],
  message_menu: ["Aktionen zur Nachricht", "Message actions", "Actions du message", "Aktioune fir de Message"],
  messages: ["Nachrichten", "Messages", "Messages", "Messagen"],
  name: ["Name", "Name", "Nom", "Numm"],
  new_tab: ["öffnet in neuem Tab", "opens in a new tab", "s’ouvre dans un nouvel onglet", "geet an engem neien Tab op"],
  next: ["Nächstes", "Next", "Suivante", "Nächst"],
  no_answer: ["Der Bot hat noch nicht geantwortet.", "The bot has not answered yet.", "Le bot n’a pas encore répondu.", "De Bot huet nach net geäntwert."],
  no_chat: ["Wählen Sie einen Chat", "Choose a chat", "Choisissez une discussion", "Wielt e Chat"],
  offline: ["Keine Verbindung. Es wird weiter versucht …", "No connection. Trying again …", "Pas de connexion. Nouvelle tentative\u00a0…", "Keng Verbindung. Et gëtt nach probéiert …"],
  ok: ["OK", "OK", "OK", "OK"],
  other_tab: ["Weitere Person in neuem Tab", "Another person in a new tab", "Une autre personne dans un nouvel onglet", "Nach eng Persoun an engem neien Tab"],
  page_of: ["{at} von {all}", "{at} of {all}", "{at} sur {all}", "{at} vun {all}"],
  pause: ["Zeit anhalten", "Stop the time", "Arrêter le temps", "Zäit unhalen"],
  pending: ["Wird gesendet", "Sending", "Envoi en cours", "Gëtt geschéckt"],
  phone: ["Telefonnummer", "Phone number", "Numéro de téléphone", "Telefonsnummer"],
  phone_wrong: ["Bitte eine Nummer mit mindestens 5 Ziffern eingeben.", "Please enter a number with at least 5 digits.", "Veuillez saisir un numéro d’au moins 5 chiffres.", "Gitt w. e. g. eng Nummer mat op d’mannst 5 Zifferen an."],
  photo: ["Foto", "Photo", "Photo", "Foto"],
  pick_new: ["Jemand Neues", "Someone new", "Une nouvelle personne", "Eng nei Persoun"],
  pick_sub: ["Jede Person ist ein Platz in diesem Chat. Mehrere Tabs können verschiedene Personen sein.", "Every person is a seat in this chat. Several tabs can be several people.", "Chaque personne est une place dans cette discussion. Plusieurs onglets peuvent être plusieurs personnes.", "All Persoun ass eng Plaz an dësem Chat. Méi Tabs kënne verschidde Leit sinn."],
  pick_title: ["Wer möchten Sie sein?", "Who do you want to be?", "Qui voulez-vous être\u00a0?", "Wien wëllt Dir sinn?"],
  pin: ["Anheften", "Pin", "Épingler", "Upinnen"],
  pinned: ["Nachricht angeheftet", "Message pinned", "Message épinglé", "Message ugepinnt"],
  pinned_top: ["Angeheftete Nachricht", "Pinned message", "Message épinglé", "Ugepinnte Message"],
  poll: ["Umfrage", "Poll", "Sondage", "Ëmfro"],
  poll_anonymous: ["Anonyme Umfrage", "Anonymous poll", "Sondage anonyme", "Anonym Ëmfro"],
  poll_closed: ["Umfrage beendet", "Poll closed", "Sondage terminé", "Ëmfro ofgeschloss"],
  poll_mine: [", Ihre Stimme", ", your vote", ", votre vote", ", Är Stëmm"],
  poll_open: ["Öffentliche Umfrage", "Public poll", "Sondage public", "Ëffentlech Ëmfro"],
  poll_retract: ["Stimme zurückziehen", "Retract vote", "Retirer mon vote", "Stëmm zréckzéien"],
  poll_send: ["Abstimmen", "Vote", "Voter", "Ofstëmmen"],
  poll_several: ["mehrere Antworten", "several answers", "plusieurs réponses", "méi Äntwerten"],
  poll_vote: ["1 Stimme", "1 vote", "1 vote", "1 Stëmm"],
  poll_votes: ["{count} Stimmen", "{count} votes", "{count} votes", "{count} Stëmmen"],
  play: ["Zeit laufen lassen", "Let the time run", "Laisser filer le temps", "Zäit lafe loossen"],
  previous: ["Vorheriges", "Previous", "Précédente", "Virdrun"],
  read_only: ["In diesem Kanal schreibt nur der Shop.", "Only the shop writes in this channel.", "Seule la boutique écrit dans ce canal.", "An dësem Kanal schreift just de Shop."],
  remove: ["Entfernen", "Remove", "Retirer", "Ewechhuelen"],
  reply: ["Antworten", "Reply", "Répondre", "Äntweren"],
  reply_to: ["Antwort an {name}", "Reply to {name}", "Réponse à {name}", "Äntwert un {name}"],
  reply_own: ["Antwort auf Ihre Nachricht", "Reply to your message", "Réponse à votre message", "Äntwert op Äre Message"],
  retry: ["Erneut senden", "Send again", "Renvoyer", "Nach eng Kéier schécken"],
  send: ["Senden", "Send", "Envoyer", "Schécken"],
  sends_file: ["sendet eine Datei …", "is sending a file …", "envoie un fichier\u00a0…", "schéckt eng Datei …"],
  sends_photo: ["sendet ein Foto …", "is sending a photo …", "envoie une photo\u00a0…", "schéckt eng Foto …"],
  sent: ["Gesendet", "Sent", "Envoyé", "Geschéckt"],
  share: ["Teilen", "Share", "Partager", "Deelen"],
  show_less: ["Weniger", "Less", "Moins", "Manner"],
  show_more: ["Mehr anzeigen", "Show more", "Afficher plus", "Méi weisen"],
  silent: ["Ohne Ton gesendet", "Sent without sound", "Envoyé sans son", "Ouni Toun geschéckt"],
  spoiler: ["Verdeckter Text, zum Zeigen drücken", "Hidden text, press to show", "Texte masqué, appuyer pour afficher", "Verstoppten Text, drécke fir ze weisen"],
  start: ["Start", "Start", "Démarrer", "Start"],
  subscribers: ["Abonnenten: {n}", "Subscribers: {n}", "Abonnés\u00a0: {n}", "Abonnenten: {n}"],
  switch_seat: ["Person wechseln", "Switch person", "Changer de personne", "Persoun wiesselen"],
  to_bottom: ["Zur neuesten Nachricht", "Jump to the latest message", "Aller au dernier message", "Bei de leschte Message"],
  today: ["Heute", "Today", "Aujourd’hui", "Haut"],
  too_many: ["Höchstens {n} Dateien auf einmal.", "At most {n} files at once.", "{n} fichiers au maximum à la fois.", "Héchstens {n} Dateien op eemol."],
  try_again: ["Erneut versuchen", "Try again", "Réessayer", "Nach eng Kéier probéieren"],
  typing: ["schreibt …", "is typing …", "écrit\u00a0…", "schreift …"],
  unblock: ["Bot wieder zulassen", "Unblock the bot", "Débloquer le bot", "Bot nees zouloossen"],
  unread: ["{n} ungelesen", "{n} unread", "{n} non lus", "{n} ongelies"],
  unread_below: ["Neue Nachrichten", "New messages", "Nouveaux messages", "Nei Messagen"],
  unreachable: ["Der Chat ist gerade nicht erreichbar.", "The chat cannot be reached right now.", "La discussion est injoignable pour l’instant.", "De Chat ass grad net z’erreechen."],
  unsupported: ["Diese Art Nachricht zeigt die Seite nicht.", "The page does not show this kind of message.", "La page n’affiche pas ce type de message.", "Dës Zort Message weist d’Säit net."],
  unsupported_button: ["Diese Taste geht nur in Telegram.", "This button only works in Telegram.", "Ce bouton ne fonctionne que dans Telegram.", "Dës Tast geet nëmmen an Telegram."],
  video: ["Video", "Video", "Vidéo", "Video"],
  yesterday: ["Gestern", "Yesterday", "Hier", "Gëschter"],
  you: ["Sie", "You", "Vous", "Dir"],
  you_said: ["Sie: {text}", "You: {text}", "Vous\u00a0: {text}", "Dir: {text}"],
};

let column = LANGUAGES.indexOf("en");

/** Speak the visitor's language from now on; one the page does not know becomes English. */
export function speak(code) {
  const base = (code ?? "en").toLowerCase().split("-")[0];
  column = LANGUAGES.includes(base) ? LANGUAGES.indexOf(base) : LANGUAGES.indexOf("en");
  document.documentElement.lang = LANGUAGES[column];
}

/** Locales for dates and numbers, best first: browsers often know no Luxembourgish. */
export function locales() {
  return { de: ["de"], en: ["en-GB"], fr: ["fr"], lb: ["lb", "de"] }[LANGUAGES[column]];
}

/** The text of a key in the language spoken, with {values} put in. */
export function t(key, values = {}) {
  const text = TABLE[key][column];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export { TABLE, LANGUAGES };
