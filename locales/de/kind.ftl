# Was man in einem Chat schicken kann und was wir nicht weitergeben.
kind-animation = GIF
kind-audio = Tondatei
kind-document = Datei
kind-location = Standort
kind-photo = Foto
kind-poll = Umfrage
kind-sticker = Sticker
kind-story = Story
kind-venue = Ort
kind-video = Video
kind-video_note = Videonachricht
kind-voice = Sprachnachricht
kind-other = Diese Art Nachricht
