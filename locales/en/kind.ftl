# What can be sent in a chat and what we do not pass on.
kind-animation = GIF
kind-audio = Audio file
kind-document = File
kind-location = Location
kind-photo = Photo
kind-poll = Poll
kind-sticker = Sticker
kind-story = Story
kind-venue = Place
kind-video = Video
kind-video_note = Video message
kind-voice = Voice message
kind-other = This kind of message
