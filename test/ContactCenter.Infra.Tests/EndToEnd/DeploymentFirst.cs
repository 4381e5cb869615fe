using ContactCenter.Infra.Tests.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(DeploymentFirst))]

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>What takes longest, and mostly waits for programs, begins first; everything else is done beside it.</summary>
public sealed class DeploymentFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName != DeployedSample.OneByOne)];
}
