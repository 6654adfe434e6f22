# Ce qu’on peut envoyer dans une conversation et que nous ne transmettons pas.
kind-animation = GIF
kind-audio = Fichier audio
kind-document = Fichier
kind-location = Position
kind-photo = Photo
kind-poll = Sondage
kind-sticker = Autocollant
kind-story = Story
kind-venue = Lieu
kind-video = Vidéo
kind-video_note = Message vidéo
kind-voice = Message vocal
kind-other = Ce type de message
