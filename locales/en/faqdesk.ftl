# The staff’s screens about what customers ask and what the shop answers itself.
faqdesk-groups-title = <b>Questions without an answer</b> (last { $days } days)
faqdesk-groups-figures = { $total } questions, { $answered } % of them answered at once.
faqdesk-groups-helpful = Found helpful: { $yes } of { $rated } answers.
faqdesk-groups-hint = Tap a question to answer it from now on:
faqdesk-groups-none = Everything that was asked has an answer.
faqdesk-group = <b>{ $count }×</b> “{ $example }” ({ $language })
faqdesk-group-gone-toast = This group has changed. Here is how it stands now.
faqdesk-entries-button = 📖 Own answers
faqdesk-list =
    <b>Own answers</b>: { $count }
    Customers get them as soon as they ask in these words or nearly so.
faqdesk-intents = What the bot knows of itself: add ways to ask, or, where it has nothing to show, an answer of your own.
faqdesk-new-button = ➕ New
faqdesk-intents-button = 🧩 Built-in questions
faqdesk-title = <b>{ $title }</b>
faqdesk-off = ⏸ Switched off
faqdesk-unsaved = ✏️ Not saved yet
faqdesk-ways = Also asked as ({ $language }): { $ways }
faqdesk-answer = Answer ({ $language }): { $answer }
faqdesk-no-answer = No answer in { $language } yet.
faqdesk-overlap = ⚠️ “{ $phrase }” is answered today with: { $by }
faqdesk-question-button = ❓ Question
faqdesk-phrases-button = 🗣 Ways to ask
faqdesk-answer-button = 💬 Answer
faqdesk-save-button = 💾 Save
faqdesk-off-button = ⏸ Switch off
faqdesk-on-button = ▶️ Switch on
faqdesk-too-long = This is too long: at most { $longest } characters.
faqdesk-question-ask = Write the question in { $language }, as customers read it.
faqdesk-phrases-ask = Write other ways to ask in { $language }, one a line. They take the place of those so far: { $so_far }
faqdesk-answer-ask =
    <b>{ $question }</b>
    Write the answer in { $language }, as customers are to read it.
faqdesk-incomplete-alert = A question and an answer are still missing.
faqdesk-saved-toast = Saved. It answers from now on.
faqdesk-off-toast = Switched off.
faqdesk-open-button = ❔ Questions
