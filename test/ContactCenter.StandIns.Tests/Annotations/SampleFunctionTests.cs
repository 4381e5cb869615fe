using System.Text.Json;
using ContactCenter.StandIns.Sample;
using ContactCenter.Testing;

namespace ContactCenter.StandIns.Tests.Annotations;

/// <summary>Drives a function assembly as Lambda does: its own Main, the Runtime API over HTTP, events in, responses out.</summary>
public sealed class SampleFunctionTests
{
    [Fact]
    public async Task An_async_function_with_context_answers_and_keeps_its_singletons()
    {
        var outcomes = await InvokeAsync("GreetAsync", "\"Ada\"", "\"Grace\"");

        Assert.Equal(
            [new Greeting("Hello, Ada", "request-1", 1), new Greeting("Hello, Grace", "request-2", 2)],
            outcomes.Select(o => JsonSerializer.Deserialize<Greeting>(o.Body)));
    }

    [Fact]
    public async Task A_parameter_from_services_is_the_same_singleton()
    {
        var outcome = Assert.Single(await InvokeAsync("GreetWithService", "\"Ada\""));

        Assert.Equal(new Greeting("Ada", "", 3), JsonSerializer.Deserialize<Greeting>(outcome.Body));
    }

    [Fact]
    public async Task An_SNS_event_reaches_its_function()
    {
        var outcome = Assert.Single(await InvokeAsync(
            "ReadMessages",
            """{"Records":[{"Sns":{"MessageId":"m","Message":"text","Timestamp":"2026-01-30T10:15:30.123Z"}}]}"""));

        Assert.Equal((true, ""), (outcome.Succeeded, outcome.Body));
    }

    [Theory]
    [InlineData("Tell", "{}", "\"Told\"")]
    [InlineData("CountAsync", "{}", "")]
    [InlineData("Measure", "any bytes", "9")]
    public async Task Functions_without_an_event_a_result_or_JSON_work(string handler, string input, string output)
    {
        var outcome = Assert.Single(await InvokeAsync(handler, input));

        Assert.Equal((true, output), (outcome.Succeeded, outcome.Body));
    }

    [Fact]
    public async Task An_exception_of_a_function_is_its_error()
    {
        var outcome = Assert.Single(await InvokeAsync("Refuse", "\"late\""));

        Assert.Equal((false, "ArgumentException"), (outcome.Succeeded, outcome.ErrorType));
        Assert.Contains("Refused: late", outcome.Body, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<LambdaOutcome>> InvokeAsync(string handler, params string[] events) =>
        LambdaRuntimeApi.InvokeAsync(() => GeneratedProgram.Main([]), handler, events);
}
