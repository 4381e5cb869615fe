using System.CommandLine;
using System.Text;
using System.Text.Json;
using ContactCenter.Cli.History;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Api.Reviews;
using ContactCenter.Core.Common;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Reviews;
using ContactCenter.Embedded.World;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter review</c>: what is to be learned from an incident that is over.</summary>
internal static class ReviewCommand
{
    private const string Html = ".html";
    private const string Json = ".json";
    private const string Markdown = ".md";

    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = Say.ArgumentReviewed, Arity = ArgumentArity.ZeroOrOne };
        var (scenario, seed) = PlayedScenario.Options(Say.OptionReviewScenario(PlayedScenario.Names));
        var output = new Option<string?>("--out") { Description = Say.OptionReviewOut, HelpName = "FILE" };
        output.Validators.Add(static result =>
        {
            if (result.TryRead<string>(out var path) && Path.GetExtension(path) is not (Html or Json or Markdown))
            {
                result.AddError(Say.ReviewOutWrong);
            }
        });
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command("review", Say.HelpReview) { id, scenario, seed, output, json, endpoint, config };
        api.AddAddressTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is null && result.GetValue(scenario) is null)
            {
                result.AddError(Say.ReviewOfWhat);
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var to = parsed.GetValue(output);
            if (to is not null && OutputFile.Problem(to) is { } problem)
            {
                await Console.Error.WriteLineAsync(problem);
                return ExitCode.Problems;
            }

            var print = new Printed(to, parsed.GetValue(json));
            if (parsed.GetValue(scenario) is { } played)
            {
                return await PlayedScenario.RunAsync(
                    parsed.GetValue(config),
                    played,
                    parsed.GetValue(seed),
                    (system, configuration) => OfPlayedAsync(system, configuration.TimeZone, parsed.GetValue(id), print, cancellation),
                    cancellation);
            }

            var wanted = parsed.GetValue(id)!;
            if (api.IsNamed(parsed))
            {
                var reply = await api.AskAsync(
                    parsed, HttpMethod.Get, $"/reviews/{Uri.EscapeDataString(wanted)}", body: null, cancellation);
                var code = ExitCode.Problems;
                var read = ApiConnection.Read(reply, answer =>
                {
                    var told = answer.Deserialize(ReviewJson.Default.ReviewAnswer) ?? throw new JsonException();
                    code = print.Write(told.Review, told.Written, TimeZoneInfo.Local, TimeProvider.System.GetUtcNow());
                });
                return read == ExitCode.Done ? code : read;
            }

            return await StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                async (memory, _) => await FindAsync(
                    DeskOf(memory), memory.Reviews, wanted, ZoneOf(memory.Configuration.TimeZone), TimeProvider.System.GetUtcNow(), print,
                    cancellation),
                cancellation);
        });
        return command;
    }

    private static ReviewDesk DeskOf(Memory memory) => new(
        memory.Files, memory.Incidents, memory.Changes, memory.Numbers, memory.Leases, memory.Reviews, memory.Configuration);

    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);

    private static async Task<int> FindAsync(
        ReviewDesk desk, IReviews reviews, string id, TimeZoneInfo zone, DateTimeOffset now, Printed print, CancellationToken cancellation)
    {
        if (await desk.DraftAsync(id, now, cancellation) is not { } review)
        {
            await Console.Error.WriteLineAsync(Say.NoIncidentRemembered);
            return ExitCode.Problems;
        }

        return print.Write(review, await reviews.OfIncidentAsync(id, 1, cancellation) is [var newest, ..] ? newest : null, zone, now);
    }

    /// <summary>Reviews one of the incidents of a scenario: the worst where none is named.</summary>
    private static async Task<int> OfPlayedAsync(
        SimulatedSystem system, string zone, string? id, Printed print, CancellationToken cancellation)
    {
        var all = await system.History.MonthAsync(DateOnly.FromDateTime(system.Start.UtcDateTime), 100, null, cancellation);
        var worst = all.Records.Where(record => id is null || record.Id == id)
            .OrderBy(static record => record.Severity)
            .ThenByDescending(static record => (record.ResolvedAt ?? DateTimeOffset.MaxValue) - record.BeganAt)
            .FirstOrDefault();
        return await FindAsync(
            system.Reviews, system.WrittenReviews, worst?.Id ?? id ?? "", ZoneOf(zone), system.Now, print, cancellation);
    }

    /// <summary>How a review is printed.</summary>
    /// <param name="Path">Where to; null: to the screen.</param>
    /// <param name="AsJson">True: as JSON, where there is no path whose ending says how.</param>
    private sealed record Printed(string? Path, bool AsJson)
    {
        public int Write(Review review, ReviewVersion? written, TimeZoneInfo zone, DateTimeOffset now)
        {
            var ending = Path is null ? (AsJson ? Json : Markdown) : System.IO.Path.GetExtension(Path);
            var today = LocalDay.Of(now, zone);
            var paper = ReviewPaper.Of(review, written, new PaperReader(Spoken.Now.Language, zone), today);
            var text = ending switch
            {
                Json => JsonSerializer.Serialize(
                    new ReviewAnswer(review, written, BlamingWords.In(written?.Words.Texts() ?? [])),
                    ReviewJson.Default.ReviewAnswer) + "\n",
                Html => HtmlFormat.Of(paper),
                _ when Path is null && !Console.IsOutputRedirected => PlainFormat.Of(paper),
                _ => MarkdownFormat.Of(paper),
            };
            if (Path is null)
            {
                Console.Write(text);
                return ExitCode.Done;
            }

            if (!OutputFile.TryWrite(Path, Encoding.UTF8.GetBytes(text)))
            {
                return ExitCode.Problems;
            }

            Console.WriteLine(Say.ReviewWritten(review.Incident.Id, Path));
            return ExitCode.Done;
        }
    }
}
