"""Missions: clients, the missions of consultants at their sites, periods, amounts, alerts before the end."""
