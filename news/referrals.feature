Referrals: a candidate's own consent before anything is kept, stages that HR moves and the referrer follows, bonuses by published rules up to payroll.
