# Reports for the staff: the sentence that matters, pictures, and what customers wrote.
report-metric-nps = NPS
report-metric-csat = CSAT
report-metric-ces = CES
report-figure-nps = NPS { $score } ({ $low } to { $high }, n={ $n })
report-figure-csat = CSAT { $score } % ({ $low } to { $high } %, n={ $n })
report-figure-ces = CES { $score } of 7 ({ $low } to { $high }, n={ $n })
report-none = { $metric }: no answers yet.
report-few = { $metric }: too few answers for a figure (n={ $n }, from { $least } on).
report-whole = { $figure }.
report-unsure = { $figure }: few answers, so no more than a hint.
report-with-change = { $figure }, { $change }
report-up =
    { $days ->
        [one] significantly above the day before
       *[other] significantly above the { $days } days before
    }
report-perhaps-up =
    { $days ->
        [one] not significantly above the day before
       *[other] not significantly above the { $days } days before
    }
report-down =
    { $days ->
        [one] significantly below the day before
       *[other] significantly below the { $days } days before
    }
report-perhaps-down =
    { $days ->
        [one] not significantly below the day before
       *[other] not significantly below the { $days } days before
    }
report-same =
    { $days ->
        [one] the same as on the day before
       *[other] the same as in the { $days } days before
    }
report-no-change =
    { $days ->
        [one] with too few answers on the day before to compare
       *[other] with too few answers in the { $days } days before to compare
    }
report-last-up =
    { $by ->
        [week] significantly above the week before
        [quarter] significantly above the quarter before
       *[month] significantly above the month before
    }
report-last-perhaps-up =
    { $by ->
        [week] not significantly above the week before
        [quarter] not significantly above the quarter before
       *[month] not significantly above the month before
    }
report-last-down =
    { $by ->
        [week] significantly below the week before
        [quarter] significantly below the quarter before
       *[month] significantly below the month before
    }
report-last-perhaps-down =
    { $by ->
        [week] not significantly below the week before
        [quarter] not significantly below the quarter before
       *[month] not significantly below the month before
    }
report-last-same =
    { $by ->
        [week] the same as in the week before
        [quarter] the same as in the quarter before
       *[month] the same as in the month before
    }
report-mean = Mean { $mean } of 5.
report-imported =
    { $imported ->
        [one] One of these answers is imported from before.
       *[other] Of these answers { $imported } are imported from before.
    }
report-response = { $rate } of { $delivered } delivered invitations were answered.
report-key-unknown = not known
report-key-first = first order
report-key-repeat = repeat order
report-n = n={ $n }
report-count = { $n }
report-hidden = too few
report-value-nps = { $score }
report-value-csat = { $score } %
report-value-ces = { $score }
report-week = W{ $week }
report-interval = { $low } to { $high }
report-title-nps = Recommendation (NPS)
report-title-csat = Satisfaction (CSAT)
report-title-ces = Ease (CES)
report-period-all = all answers
report-period-from = from { DATE($first) }
report-period-until = until { DATE($last) }
report-period-days = { DATE($first) } – { DATE($last) }
report-note = n: answers · bar: 95 % interval · grey: under { $few } answers
report-note-more =
    { $hidden ->
        [one] One more group is not shown.
       *[other] { $hidden } more groups are not shown.
    }
report-by-week = by week
report-by-month = by month
report-by-quarter = by quarter
report-by-carrier = by carrier
report-by-country = by country
report-by-language = by language
report-by-product = by product
report-by-category = by category
report-by-first-order = by first order
report-by-survey = by survey
report-open-button = 📊 Reports
report-span-30-button = 30 days
report-span-90-button = 90 days
report-span-365-button = 12 months
report-span-all-button = Everything
report-by-none = no groups
report-grouping-button = 🔀 { $by }
report-grouping-ask = How shall I group them?
report-group = { $name }: { $score } ({ $low } to { $high }, n={ $n })
report-group-few = { $name }: too few (n={ $n })
report-comments-button = 💬 Comments
report-comments-title = <b>Comments: { $title }</b>
report-comments-none = Nobody wrote anything in this period.
report-comments-reason =
    { $answers ->
        [one] <b>{ $reason }</b>: one answer
       *[other] <b>{ $reason }</b>: { $answers } answers
    }
report-comments-unnamed = no reason given
report-comment = { DATE($at) } · { $about }: “{ $text }”
report-comment-order = order { $number }
report-comment-imported = imported
report-metric-recovery = Won back
report-figure-recovery = Won back: { $score } % ({ $low } to { $high } %, n={ $n })
report-recovery-asked = Of { $asked } who were asked whether it is solved, { $answered } answered.
