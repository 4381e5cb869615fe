namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>What became of an attempt to carry out an effect: exactly one of the records that derive from this one.</summary>
public abstract record DeliveryResult;

/// <summary>It is done, and is not done again.</summary>
/// <param name="Note">What people should see on the timeline, as a sentence: that another endpoint was used, say. Null: nothing
/// special.</param>
public sealed record Delivered(string? Note = null) : DeliveryResult
{
    /// <summary>True when nobody knows whether it arrived: the channel was asked twice and gave no answer.</summary>
    public bool IsUncertain { get; init; }
}

/// <summary>It cannot be done, now or later; the timeline says so.</summary>
/// <param name="Reason">Why, as a sentence without secrets and customer data.</param>
public sealed record DeliveryFailed(string Reason) : DeliveryResult
{
    /// <summary>True when the channels worked, and nobody answered: no fault that whoever runs this has to look for.</summary>
    public bool IsUnanswered { get; init; }
}

/// <summary>It did not work now and is worth another attempt.</summary>
/// <param name="At">Not before this time; the clock looks every minute.</param>
/// <param name="Reason">Why, without secrets and customer data.</param>
public sealed record RetryLater(DateTimeOffset At, string Reason) : DeliveryResult
{
    /// <summary>What people should see on the timeline although it goes on, as a sentence; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// True when nothing has failed: the channel is at it, and whoever learns the outcome before that time makes the next attempt due
    /// (<see cref="IOutbox.HastenAsync"/>).
    /// </summary>
    public bool IsUnderway { get; init; }
}
