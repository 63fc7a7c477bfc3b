"""What a group's joining rule adds before all are asked."""
