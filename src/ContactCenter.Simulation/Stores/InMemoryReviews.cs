using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Simulation.Stores;

/// <summary>The reviews of demonstrations and tests, in memory.</summary>
public sealed class InMemoryReviews : IReviews
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<ReviewVersion>> _reviews = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<bool> SaveAsync(ReviewVersion review, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        lock (_gate)
        {
            if (!_reviews.TryGetValue(review.IncidentId, out var versions))
            {
                _reviews[review.IncidentId] = versions = [];
            }

            if (versions.Count != review.Version - 1)
            {
                return ValueTask.FromResult(false);
            }

            versions.Add(review);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReviewVersion>> OfIncidentAsync(string incidentId, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ReviewVersion>>(
                [.. (_reviews.GetValueOrDefault(incidentId) ?? []).AsEnumerable().Reverse().Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReviewVersion>> NewestAsync(int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ReviewVersion>>(
            [
                .. _reviews.Values.Select(static versions => versions[^1])
                    .OrderByDescending(static review => review.DetectedAt)
                    .ThenByDescending(static review => review.IncidentId, StringComparer.Ordinal)
                    .Take(limit),
            ]);
        }
    }
}
