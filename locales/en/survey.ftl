# Surveys: the scale, what follows the answer, and what can be rated from the order card. The questions themselves stand in
# bot/surveys/definitions, or in the shop's own files.
survey-scale-nps = 0 = not at all likely · 10 = extremely likely
survey-scale-csat = 1 = very dissatisfied · 5 = very satisfied
survey-scale-ces = 1 = strongly disagree · 7 = strongly agree
survey-face-1-button = 1 😞
survey-face-2-button = 2 🙁
survey-face-3-button = 3 😐
survey-face-4-button = 4 🙂
survey-face-5-button = 5 😀
survey-points =
    { $count ->
        [one] Your answer earns you one point, whatever it is.
       *[other] Your answer earns you { $count } points, whatever it is.
    }
survey-agreed = <i>We ask because you agreed to surveys.</i>
survey-reminder = <i>We have not heard from you yet. One tap is enough, and we will not ask about this again.</i>
survey-later-button = Later
survey-never-button = Never ask again
survey-given = Your answer: <b>{ NUMBER($score) } of { NUMBER($most) }</b>
survey-hint = Tap what applies, or write it here; photos are welcome, too.
survey-reason-late-button = Too late
survey-reason-damaged-button = Damaged
survey-reason-wrong_item-button = Wrong item
survey-reason-packaging-button = Packaging
survey-reason-courier-button = Courier
survey-reason-price-button = Price
survey-reason-service-button = Service
survey-reason-slow-button = Took too long
survey-reason-unsolved-button = Not solved
survey-reason-unhelpful-button = Answer did not help
survey-reason-unfriendly-button = Unfriendly
survey-reason-complicated-button = Too complicated
survey-reason-fast-button = Quick
survey-reason-competent-button = Competent
survey-reason-friendly-button = Friendly
survey-reason-easy-button = Easy
survey-reason-other-button = Something else
survey-done-button = Done
survey-change-button = Change the rating
survey-share-button = Tell others
survey-share-text = I had a good experience with { $shop }.
survey-points-now =
    { $count ->
        [one] <b>+1 point</b> for your answer.
       *[other] <b>+{ $count } points</b> for your answer.
    }
survey-points-later =
    { $count ->
        [one] <b>+1 point</b> for your answer; it counts from { DAY($day) }.
       *[other] <b>+{ $count } points</b> for your answer; they count from { DAY($day) }.
    }
survey-comment-kept = Thank you, that is with your rating now.
survey-comment-kept-case = Thank you, that is with your rating now, and our team reads it.
survey-score-first = Please tap a rating first and then write what matters to you, so that the two belong together.
survey-later-told = <i>Gladly. We will ask once more in the next days, and then no more. You can also answer right now.</i>
survey-later-last = <i>All right, we will not ask about this again. You can answer here until { DAY($day) }.</i>
survey-never-told = All right, we will not ask you about your satisfaction any more. If you want to change that, you find it in the settings under “Consents”.
survey-scored-toast = Thank you!
survey-late-alert = This survey is closed already, so your answer no longer counts. Thank you all the same! If there is something you want to tell us, write “human” here.
survey-gone-toast = This survey does not belong to this chat.
order-rate-button = ⭐ Rate the delivery
order-rated-button = ⭐ Your rating
survey-name-delivery_csat = Delivery
survey-name-nps = Recommendation
survey-name-return_csat = Return
survey-name-support_csat = Support
