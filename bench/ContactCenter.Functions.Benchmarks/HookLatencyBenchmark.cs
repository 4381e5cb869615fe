using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Validation;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Benchmarks;

/// <summary>
/// How long a caller waits for the hooks themselves, without network: from the event's bytes to those of the answer, log and metrics
/// included, warm, against a handler that does nothing but copy its event. Every request is another contact with another text.
/// </summary>
internal static class HookLatencyBenchmark
{
    private const int Warm = 3000;
    private const int Calls = 20_000;

    /// <summary>The bar: a caller does not hear 2 ms.</summary>
    private const double MaximumMilliseconds = 2;

    private static readonly string[] Texts =
    [
        "I lost my card on the train this morning and I am worried that somebody uses it",
        "why is there a charge of 40 euros on my bill that I do not know",
        "hello, the app tells me that my password is wrong although I changed it only yesterday, what can I do",
        "where is my parcel", "ich habe eine Frage zu meiner letzten Rechnung", "can I speak to a person please",
    ];

    public static async Task<int> RunAsync(TextWriter output)
    {
        var clock = TimeProvider.System;
        var configuration = ConfigurationReader.ReadChecked(await File.ReadAllBytesAsync(Path.Combine(
            AppContext.BaseDirectory, "contactcenter.json")));
        var environment = new FunctionEnvironment(configuration, static _ => null);
        await using var lines = new StreamWriter(Stream.Null);
        var hook = new FlowHook(new MetricLine(lines), environment, clock);
        var openIncidents = new IncidentView(new InMemoryIncidentStore(), configuration, clock);
        var settings = new SettingsView(configuration, new InMemorySettings(), clock);
        var queues = new InMemoryQueueStates();
        await queues.WriteAsync(
            new QueueStates(
                clock.GetUtcNow(),
                [.. configuration.Queues.Select(static queue => new QueueState(queue.Name, 40, 200, 10, 0, 10, 4, 300, 5))]),
                CancellationToken.None);
        var classify = new ClassifyContactFunction(
            new ModelInService(null, clock), new AnswerTally(store: null, heard: null, clock), SentimentScorer.Default, hook, environment,
            clock);
        var route = new RouteContactFunction(new ContactRouter(configuration), new QueueView(queues, clock), openIncidents, settings, hook,
            clock);
        var check = new CheckServiceFunction(new ServiceCheck(configuration), openIncidents, settings, hook, environment, clock);
        var empty = await MeasureAsync(static async (input, _) =>
        {
            var copy = new MemoryStream();
            await input.CopyToAsync(copy);
            return copy;
        });

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"handler",-18}{"median us",11}{"p99 us",11}{"median / empty",16}{"p99 / empty",13}"));
        Write(output, "empty", empty, empty);
        var nothing = new HookAnswer { Decision = "ok", Values = new Dictionary<string, string?> { ["status"] = "ok" } };
        Write(
            output,
            "hook of no answer",
            await MeasureAsync((input, context) => hook.AnswerAsync("Empty", input, context, nothing, _ => Task.FromResult(nothing))),
            empty);
        Write(output, "CheckService", await MeasureAsync(check.CheckService), empty);
        Write(output, "ClassifyContact", await MeasureAsync(classify.ClassifyContact), empty);
        Write(output, "RouteContact", await MeasureAsync(route.RouteContact), empty);
        var both = await MeasureAsync(async (input, context) =>
        {
            await (await classify.ClassifyContact(input, context)).DisposeAsync();
            input.Position = 0;
            return await route.RouteContact(input, context);
        });
        Write(output, "classify + route", both, empty);
        var isFast = both.P99 < MaximumMilliseconds * 1000;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"classify plus route at p99: {both.P99 / 1000:0.00} ms; the bar is {MaximumMilliseconds:0} ms: "
                + $"{(isFast ? "met" : "missed")}"));
        return isFast ? 0 : 1;
    }

    private static async Task<(double Median, double P99)> MeasureAsync(Func<Stream, ILambdaContext, Task<Stream>> handler)
    {
        var call = new SilentCall();
        var times = new double[Calls];
        for (var i = -Warm; i < Calls; i++)
        {
            using var input = new MemoryStream(Event(i));
            var start = Stopwatch.GetTimestamp();
            await using var answer = await handler(input, call);
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        Array.Sort(times);
        return (times[Calls / 2], times[Calls * 99 / 100]);
    }

    private static byte[] Event(int number) => Encoding.UTF8.GetBytes($$$$"""
        {"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{"segment":"gold","topic":"billing_question"},"AwsRegion":"eu-central-1","Channel":"VOICE",
         "ContactId":"11111111-2222-3333-4444-{{{{number + Warm:000000000000}}}}","CustomerEndpoint":{"Address":"+15550100001","Type":"TELEPHONE_NUMBER"},
         "InitiationMethod":"INBOUND","InstanceARN":"arn:aws:connect:eu-central-1:123456789012:instance/a","LanguageCode":"en-US","MediaStreams":{"Customer":{"Audio":{}}},
         "Queue":null,"References":{},"SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:Telephony"}},"Tags":{}},
         "Parameters":{"text":"{{{{Texts[(number + Warm) % Texts.Length]}}}}"}}}
        """);

    private static void Write(
        TextWriter output, string name, (double Median, double P99) time,
        (double Median, double P99) empty) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18}{time.Median,11:0.0}{time.P99,11:0.0}{time.Median / empty.Median,16:0}{time.P99 / empty.P99,13:0}"));
}
