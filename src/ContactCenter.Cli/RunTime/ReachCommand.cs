using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter reach</c>: whether people can be reached, shown by a test or by what the last one gave.</summary>
internal static class ReachCommand
{
    /// <summary>How long receipts are waited for where nothing is said: three attempts of the slowest channel.</summary>
    private const int UsualWait = 60;

    private const int LongestWait = 600;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var audience = new Argument<string?>("audience")
        {
            Description = Say.ArgumentAudience,
            Arity = ArgumentArity.ZeroOrOne,
        };
        var everyone = new Option<bool>("--everyone") { Description = Say.OptionEveryone };
        var last = new Option<bool>("--last") { Description = Say.OptionLastReceipts };
        var wait = new Option<int>("--wait")
        {
            Description = Say.OptionReachWait($"{LongestWait}"),
            DefaultValueFactory = static _ => UsualWait,
            HelpName = "SECONDS",
        };
        wait.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > LongestWait)
            {
                result.AddError(Say.ReachWaitWrong($"{LongestWait}"));
            }
        });
        var command = new Command("reach", Say.HelpReach(ApiConnection.Exit)) { audience, everyone, last, wait };
        command.Validators.Add(result =>
        {
            if (result.GetValue(audience) is null && !result.GetValue(last))
            {
                result.AddError(Say.ReachWhom);
            }
        });
        var connection = new ApiConnection();
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (since, awaited) = (DateTimeOffset.MinValue, 0);
            if (!parsed.GetValue(last))
            {
                var asked = await connection.AskAsync(
                    parsed,
                    HttpMethod.Post,
                    "/reach",
                    new JsonObject { ["audience"] = parsed.GetValue(audience), ["everyone"] = parsed.GetValue(everyone) },
                    cancellation);
                var code = ApiConnection.Read(
                    asked,
                    answer =>
                    {
                        since = answer.GetProperty("at").GetDateTimeOffset();
                        awaited = answer.GetProperty("endpoints").GetInt32();
                    });
                if (asked.Text is null || code != ExitCode.Done)
                {
                    return code;
                }
            }

            return await ShowAsync(
                parsed, connection, parsed.GetValue(audience), (since, awaited), TimeSpan.FromSeconds(parsed.GetValue(wait)), cancellation);
        });
        return command;
    }

    /// <summary>Shows receipts; of a test, once there are as many as there can be, or the patience is over.</summary>
    private static async Task<int> ShowAsync(
        ParseResult parsed,
        ApiConnection connection,
        string? audience,
        (DateTimeOffset Since, int Awaited) test,
        TimeSpan patience,
        CancellationToken cancellation)
    {
        var path = Deciding.Path("/reach", ("audience", audience), ("language", Spoken.Now.Language));
        var (since, awaited) = test;
        var until = TimeProvider.System.GetUtcNow() + patience;
        while (true)
        {
            var reply = await connection.AskAsync(parsed, HttpMethod.Get, path, body: null, cancellation);
            if (reply.Text is null)
            {
                return reply.Code;
            }

            var (fresh, isRefused) = (0, false);
            var code = ApiConnection.Read(reply, answer =>
            {
                foreach (var endpoint in answer.GetProperty("endpoints").EnumerateArray())
                {
                    var isFresh = endpoint.TryGetProperty("at", out var at) && at.GetDateTimeOffset() >= since;
                    fresh += isFresh ? 1 : 0;
                    isRefused |= isFresh && ApiConnection.Text(endpoint, "outcome") == "refused";
                }
            });
            if (code != ExitCode.Done)
            {
                return code;
            }

            if (fresh >= awaited || TimeProvider.System.GetUtcNow() >= until)
            {
                code = connection.Show(parsed, reply, answer => Print(answer, since));
                if (code == ExitCode.Done && fresh < awaited)
                {
                    await Console.Error.WriteLineAsync(Say.ReceiptsMissing($"{awaited - fresh}"));
                    return ExitCode.Problems;
                }

                return code == ExitCode.Done && isRefused ? ExitCode.Problems : code;
            }

            await Task.Delay(Look, cancellation);
        }
    }

    private static void Print(JsonElement answer, DateTimeOffset since)
    {
        foreach (var endpoint in answer.GetProperty("endpoints").EnumerateArray())
        {
            var isKnown = endpoint.TryGetProperty("at", out var at) && at.GetDateTimeOffset() >= since;
            if (!isKnown && since != DateTimeOffset.MinValue)
            {
                continue;
            }

            var person = ApiConnection.Text(endpoint, "person");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{ApiConnection.Text(endpoint, "audience")}: {ApiConnection.Text(endpoint, "channel")} "
                    + $"{ApiConnection.Text(endpoint, "to")}{(person is null ? "" : $" ({person})")}"));
            Console.WriteLine(isKnown
                ? $"    {Outcome(ApiConnection.Text(endpoint, "outcome"))}  {Moment.Words(at.GetDateTimeOffset(), TimeZoneInfo.Local)}  "
                    + $"{ApiConnection.Text(endpoint, "words")}"
                : $"    {Say.NeverTested}");
        }
    }

    private static string Outcome(string? outcome) => outcome switch
    {
        "accepted" => Say.OutcomeAccepted,
        "refused" => Say.OutcomeRefused,
        "unproven" => Say.OutcomeUnproven,
        _ => Say.OutcomeNotAsked,
    };
}
