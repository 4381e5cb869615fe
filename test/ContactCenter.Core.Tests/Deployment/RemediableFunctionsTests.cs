using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Deployment;

public sealed class RemediableFunctionsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hooks_are_lifted_where_they_are_deployed(bool contactLens)
    {
        var sample = SampleConfiguration.Read();
        var configuration = sample with { Sentiment = sample.Sentiment with { ContactLens = contactLens } };
        var names = DeploymentNames.Of(configuration);

        var lifted = RemediableFunctions.Concurrency(configuration).Keys.Except(configuration.Functions.Select(static function =>
            function.Name));

        Assert.Equal(
            SystemFunctions.For(configuration).Where(static function => function.IsHook).Select(names.Function).Order(), lifted.Order());
    }
}
