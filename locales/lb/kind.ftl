# Wat een an engem Chat schécke kann a wat mir net weiderginn.
kind-animation = GIF
kind-audio = Tondatei
kind-document = Fichier
kind-location = Standuert
kind-photo = Foto
kind-poll = Ëmfro
kind-sticker = Sticker
kind-story = Story
kind-venue = Plaz
kind-video = Video
kind-video_note = Videomessage
kind-voice = Sproochmessage
kind-other = Dës Zort Message
