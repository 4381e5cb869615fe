using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace ContactCenter.StandIns.Tests.Runtime;

public sealed class LambdaConsoleLoggerTests : IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, 250, TimeSpan.Zero));
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Text_holds_time_request_level_and_message()
    {
        ((ILambdaLogger)Logger(json: false)).LogWarning("Queue {Queue} has {Waiting} callers, {{braces}} stay", "Sales", 12);

        Assert.Equal("2026-03-02T12:00:00.250Z\t\twarn\tQueue Sales has 12 callers, {braces} stay\n", _output.ToString());
    }

    [Fact]
    public void Json_holds_the_values_by_name()
    {
        ((ILambdaLogger)Logger(json: true)).LogInformation(
            "Queue {Queue} waits {Seconds:F1} s, {message} twice", "Sales", 12.24, "own name");

        using var line = JsonDocument.Parse(_output.ToString());
        Assert.Equal("Information", line.RootElement.GetProperty("level").GetString());
        Assert.Equal("Queue Sales waits 12.2 s, own name twice", line.RootElement.GetProperty("message").GetString());
        Assert.Equal("Sales", line.RootElement.GetProperty("Queue").GetString());
        Assert.Equal(12.24, line.RootElement.GetProperty("Seconds").GetDouble());
    }

    [Fact]
    public void Json_holds_the_exception()
    {
        ((ILambdaLogger)Logger(json: true)).LogError(new FormatException("bad"), "Failed");

        using var line = JsonDocument.Parse(_output.ToString());
        Assert.Equal("System.FormatException", line.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("bad", line.RootElement.GetProperty("errorMessage").GetString());
        Assert.NotEqual(0, line.RootElement.GetProperty("stackTrace").GetArrayLength());
    }

    [Fact]
    public void What_is_below_the_least_level_is_not_written()
    {
        ILambdaLogger logger = Logger(json: false, LogLevel.Warning);

        logger.LogInformation("no");
        logger.LogWarning("yes");

        Assert.EndsWith("\twarn\tyes\n", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open { brace", "open { brace")]
    [InlineData("{0} and {0}", "a and a")]
    [InlineData("{A} {B} {C}", "a b {C}")]
    [InlineData("}{", "}{")]
    public void Odd_templates_are_written_as_well_as_they_can_be(string template, string text)
    {
        ((ILambdaLogger)Logger(json: false)).LogInformation(template, "a", "b");

        Assert.EndsWith($"\tinfo\t{text}\n", _output.ToString(), StringComparison.Ordinal);
    }

    private LambdaConsoleLogger Logger(bool json, LogLevel least = LogLevel.Trace) => new(_output, json, least, _clock);
}
