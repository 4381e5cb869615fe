using System.Text.Json;
using ContactCenter.Cli.Invoke;

namespace ContactCenter.Cli.Tests;

/// <summary>The functions, made of what the real composition root registers.</summary>
public sealed class EmbeddedSystemTests
{
    public static TheoryData<string> Names => [.. EmbeddedFunction.All.Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_function_is_made_and_answers_json(string name)
    {
        using var system = new EmbeddedSystem(Settings.Load(null, TextWriter.Null)!, TimeProvider.System, TextWriter.Null, TextWriter.Null);

        var answer = await system.InvokeAsync(EmbeddedFunction.Find(name)!, "{}"u8.ToArray());

        using var document = JsonDocument.Parse(answer);
        Assert.Contains(document.RootElement.ValueKind, new[] { JsonValueKind.Object, JsonValueKind.Array });
    }

    [Fact]
    public void Every_function_of_a_deployment_is_run_here_or_it_is_said_why_not()
    {
        var deployed = typeof(Functions.Startup).Assembly.GetExportedTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Function", StringComparison.Ordinal))
            .Select(static type => type.Name[..^"Function".Length]);

        Assert.Equal(deployed.Order(StringComparer.Ordinal), EmbeddedFunction.All.Select(static function => function.Name).Concat(EmbeddedFunction.Elsewhere.Keys).Order(StringComparer.Ordinal));
    }
}
