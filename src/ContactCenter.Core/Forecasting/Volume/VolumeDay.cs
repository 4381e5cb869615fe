namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>How many contacts came in each slot of a day, such as its half hours.</summary>
/// <param name="Day">The day, in the zone of the center.</param>
/// <param name="Slots">Contacts of each slot, 0 or more; <see cref="double.NaN"/> where nobody counted.</param>
public sealed record VolumeDay(DateOnly Day, IReadOnlyList<double> Slots);
