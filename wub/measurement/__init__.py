"""Pure arithmetic of results: counts in, ranges and verdicts out. Knows no page and no database.

The common rules of every figure (domain.md section d), and where each is kept:

1.  the unit is the unique person                                 indicators.first_due, indicators.headcount
2.  the denominator is fixed at enrolment                         indicators.first_due
3.  numerator, denominator, unknown, worst, best, coverage        rates.Rate
4.  worst: unknown as failure; best: unknown as success;
    complete cases only as a second line, from 70 % coverage      rates.Rate
5.  a sum is the sum of counts, never a mean of percentages       rates.Counts.__add__
6.  Wilson interval, 95 %; outer band round worst and best        intervals.wilson, rates.Rate
7.  under 5 people no rate, under 10 "data sedikit"               rates.Rate.shown, verdict.judge_rate
8.  verdict of three values against "at least the target"         verdict.judge_rate
9.  the latest checkup within 60 days of the round; else unknown  checkups.latest_within
10. deaths and moves stay; without them only as a second line     rates.Tally.without_departures

The indicators: I1 indicators, I2 success, I3 lifetime and survival, I4 growth (with prices and seasons),
I5 jobs, I6 licences, I7 graduation, I8 independence, I9 dose, I10 data_quality, I11 stands, I12 patronage,
I13 cost, I14 funnel (with binomial). Their parameters: rules.
"""
