Leads: any member hands in what they heard at a client, sales answer within a shown delay, the author follows it to the need or the signature; figures by quarter.
