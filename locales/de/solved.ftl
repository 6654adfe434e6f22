# Die Frage, nachdem ein Fall geschlossen ist: Ist es gelöst?
solved-about-order = Das Team von { $shop } hat bearbeitet, was Sie uns zu Bestellung { $number } gesagt haben.
solved-about = Das Team von { $shop } hat bearbeitet, was Sie uns gesagt haben.
solved-done-resent = Wir haben Ihre Bestellung noch einmal verschickt.
solved-done-replaced = Ein Ersatz ist auf dem Weg zu Ihnen.
solved-done-refunded = Ihre Erstattung ist veranlasst.
solved-done-found = Ihr Paket ist gefunden.
solved-ask = <b>Ist es für Sie gelöst?</b> Ab jetzt antworte hier wieder ich, der Bot.
solved-yes-button = 👍 Ja, gelöst
solved-no-button = 👎 Nein, noch nicht
solved-now-button = 👍 Jetzt ist es gelöst
solved-told-solved = 👍 Das freut uns. Danke, dass Sie es uns sagen, und danke für Ihre Geduld.
solved-told-unsolved = Das tut uns leid. Unser Team nimmt es wieder auf und schreibt Ihnen hier. Sagen Sie uns gern, was noch fehlt: Alles, was Sie hier schreiben, liest jetzt ein Mensch.
solved-late-alert = Diese Frage ist schon geschlossen. Wenn noch etwas fehlt, schreiben Sie es einfach hier, oder tippen Sie auf „Mensch“.
solved-gone-toast = Diese Frage gehört nicht zu diesem Chat.
solved-ask-again = Danke, unser Team liest, was Sie schreiben. <b>Ist es für Sie gelöst?</b>
solved-yes-words = ja, jawohl, ja danke, danke ja, gelöst, ja gelöst, es ist gelöst, ja es ist gelöst, erledigt, ja erledigt, passt, ja passt, alles gut, ja alles gut
solved-no-words = nein, noch nicht, nein noch nicht, nicht gelöst, es ist nicht gelöst, leider nein, leider nicht, leider noch nicht
