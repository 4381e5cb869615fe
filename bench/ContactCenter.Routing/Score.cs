namespace ContactCenter.Routing;

/// <summary>How one way of routing fared.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="Seed">Seed of the callers.</param>
/// <param name="Callers">How many came.</param>
/// <param name="ServiceLevel">Share answered within 20 seconds, of all.</param>
/// <param name="Abandoned">Share that gave up or could not be called back.</param>
/// <param name="AbandonedValue">The same, weighted by the value of the customers.</param>
/// <param name="Callbacks">Share that took a callback.</param>
/// <param name="Fairness">Jain's index over the queues of a class, the mean of the classes; 1 is alike.</param>
/// <param name="Classes">Each class of customers.</param>
internal sealed record Score(
    string Policy,
    int Seed,
    int Callers,
    double ServiceLevel,
    double Abandoned,
    double AbandonedValue,
    double Callbacks,
    double Fairness,
    IReadOnlyList<ClassScore> Classes);
