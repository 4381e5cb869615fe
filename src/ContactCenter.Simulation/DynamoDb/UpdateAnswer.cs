namespace ContactCenter.Simulation.DynamoDb;

/// <summary>What the simulated service answers to an <c>UpdateTable</c> call.</summary>
public enum UpdateAnswer
{
    /// <summary>The table is UPDATING; the new values hold when that ends.</summary>
    Accepted,

    /// <summary><c>ResourceInUseException</c>: an earlier update is not finished.</summary>
    ResourceInUse,

    /// <summary><c>LimitExceededException</c>: no decrease left, or above the quota; nothing of the call was done.</summary>
    LimitExceeded,

    /// <summary><c>ValidationException</c>: nothing would change, an unknown index, a value below 1, or the wrong billing mode.</summary>
    Invalid,
}
