using Amazon.Lambda.RuntimeSupport;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Main_knows_the_handler_of_each_function_of_the_system() => Assert.Equal(
        SystemFunctions.All.Where(function => function.Package != SystemPackage.Console)
            .Select(function => function.Handler).Distinct().Order(StringComparer.Ordinal),
        Program.Functions.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_deployed_from_the_package_of_the_hooks_is_what_that_package_holds()
    {
        var held = new Dictionary<string, Func<HandlerWrapper>>();
        Program.AddHooks(held);

        Assert.Equal(
            SystemFunctions.All.Where(function => function.Package == SystemPackage.Hooks)
                .Select(function => function.Handler).Distinct().Order(StringComparer.Ordinal),
            held.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, "ANNOTATIONS_HANDLER is not set; known functions: TriageAlarm, ")]
    [InlineData("Unknown", "ANNOTATIONS_HANDLER is 'Unknown', which is no function here; known functions: TriageAlarm, ")]
    public async Task A_missing_or_unknown_handler_is_an_error_of_initialisation_that_names_the_known_ones(string? handler, string message)
    {
        var error = await Deployment.FailToStartAsync(new Dictionary<string, string?> { ["ANNOTATIONS_HANDLER"] = handler });

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_cannot_be_made_is_an_error_of_initialisation()
    {
        var error = await Deployment.FailToStartAsync(new Dictionary<string, string?>
        {
            ["ANNOTATIONS_HANDLER"] = "CheckService",
            ["CONTACTCENTER_CONFIG"] = "/nowhere/contactcenter.json",
        });

        Assert.Contains("there is no configuration at /nowhere/contactcenter.json", error, StringComparison.Ordinal);
    }
}
