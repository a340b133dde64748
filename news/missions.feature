Clients and missions: periods of consultants, amounts for those who may see them, states that follow the dates.
