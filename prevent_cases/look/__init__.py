"""The look: how forms, components and charts become GOV.UK and MoJ markup. Knows nothing of what they show."""
