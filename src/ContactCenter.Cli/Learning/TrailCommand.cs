using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using ContactCenter.Aws.Learning;
using ContactCenter.Cli.RunTime;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter trail</c>: who did what to which thing, from the trail that is kept.</summary>
internal static class TrailCommand
{
    private const int DefaultLimit = 1000;

    public static Command Create() => new("trail", Say.HelpTrail) { Query() };

    private static Command Query()
    {
        var bucket = new Option<string?>("--bucket") { Description = Say.OptionTrailBucket };
        var folder = new Option<string?>("--folder") { Description = Say.OptionTrailFolder, HelpName = "FOLDER" };
        var since = Moment.Option("--since", Say.OptionTrailSince, isPast: true);
        var until = Moment.Option("--until", Say.OptionTrailUntil, isPast: true);
        var who = new Option<string?>("--who") { Description = Say.OptionTrailWho };
        var what = new Option<string?>("--what") { Description = Say.OptionTrailWhat };
        var resource = new Option<string?>("--resource") { Description = Say.OptionTrailResource };
        var region = new Option<string?>("--region") { Description = Say.OptionTrailRegion };
        var limit = new Option<int>("--limit") { Description = Say.OptionTrailLimit, DefaultValueFactory = static _ => DefaultLimit };
        var check = new Option<bool>("--check") { Description = Say.OptionTrailCheck };
        var output = new Option<string?>("--out") { Description = Say.OptionTrailOut, HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonLines };
        var (config, endpoint, _) = History.StoredMemory.Common();
        var command = new Command("query", Say.HelpTrailQuery)
        {
            bucket, folder, since, until, who, what, resource, region, limit, check, output, json, config, endpoint,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(bucket) is null) == (result.GetResult(folder) is null))
            {
                result.AddError(Say.TrailBucketOrFolder);
            }

            if (result.GetResult(limit) is { } given && given.TryRead<int>(out var most) && most < 1)
            {
                result.AddError(Say.TrailLimitWrong($"{most}"));
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (Settings.Load(parsed.GetValue(config), Console.Error) is not { } configuration)
            {
                return ExitCode.Problems;
            }

            var to = parsed.GetValue(until) ?? TimeProvider.System.GetUtcNow();
            var question = new TrailQuestion(
                parsed.GetValue(since) ?? to.AddDays(-1), to, parsed.GetValue(who), parsed.GetValue(what), parsed.GetValue(resource));
            if (question.From >= question.To)
            {
                await Console.Error.WriteLineAsync(Say.TrailTimesWrong);
                return ExitCode.Usage;
            }

            var asked = new Asked(
                question, parsed.GetValue(folder) is not null, parsed.GetValue(region), parsed.GetValue(limit), parsed.GetValue(check),
                parsed.GetValue(output), parsed.GetValue(json), TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
            return await RunAsync(
                configuration, parsed.GetValue(bucket), parsed.GetValue(folder), parsed.GetValue(endpoint), asked, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ContactCenterConfiguration configuration, string? bucket, string? folder, Uri? endpoint, Asked asked,
        CancellationToken cancellation)
    {
        var account = configuration.Instance.AccountId;
        if (folder is not null)
        {
            return Directory.Exists(folder)
                ? await FindAsync(new TrailReader(new FolderTrailStore(folder), account), asked, cancellation)
                : await History.StoredMemory.RefuseAsync(Say.NoFolder(folder, folder));
        }

        try
        {
            using var client = BucketClient.Of(endpoint, configuration.Instance.Region);
            return await FindAsync(new TrailReader(new S3TrailStore(client, bucket!), account), asked, cancellation);
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(AwsRefusal.Of(missing));
            return ExitCode.Usage;
        }
        catch (AmazonServiceException refused)
        {
            await Console.Error.WriteLineAsync(Say.TrailUnread($"s3://{bucket}", AwsRefusal.Of(refused)));
            return ExitCode.Problems;
        }
    }

    private static async Task<int> FindAsync(TrailReader trail, Asked asked, CancellationToken cancellation)
    {
        // before the files, so that no digest that comes meanwhile tells of one that was not there yet
        var now = TimeProvider.System.GetUtcNow();
        var digests = asked.Check || asked.Output is not null
            ? await trail.DigestsAsync(asked.Question, asked.Region, cancellation)
            : [];
        var files = await trail.FilesAsync(asked.Question, asked.Region, cancellation);
        await Console.Error.WriteLineAsync(
            Say.TrailReading($"{files.Count}", asked.Words(asked.Question.From), asked.Words(asked.Question.To)));
        var (found, hashes, kept) = (new List<TrailCall>(), new Dictionary<string, string?>(StringComparer.Ordinal), 0);
        var cold = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var file in trail.ReadAsync(files, asked.Question, cancellation))
        {
            if (file.Packed is null)
            {
                _ = cold.Add(file.Key);
                continue;
            }

            hashes[file.Key] = file.Hash;
            found.AddRange(file.Calls);
            if (asked.Output is { } output && file.Calls.Count > 0)
            {
                Keep(output, file.Key, file.Packed);
                kept++;
            }
        }

        TrailCall[] all =
        [
            .. found.DistinctBy(static call => call.Id)
                .OrderBy(static call => call.At)
                .ThenBy(static call => call.Id, StringComparer.Ordinal),
        ];
        Print(all, asked);
        var code = asked.Check || !hashes.ContainsValue(null) ? ExitCode.Done : await UnreadableAsync(hashes);
        if (cold.Count > 0)
        {
            await Console.Error.WriteLineAsync(Say.TrailCold($"{cold.Count}"));
        }

        if (asked.Output is { } folder)
        {
            foreach (var (key, packed, _) in digests.Where(static digest => digest.Packed is not null))
            {
                Keep(folder, key, packed!);
            }

            await Console.Error.WriteLineAsync(Say.TrailKept(folder, $"{kept}", $"{digests.Count}"));
        }

        return asked.Check
            ? await TellAsync(
                TrailCheck.Of(
                    digests, hashes, key => !cold.Contains(key) && trail.IsLookedAt(key, asked.Question, asked.Region), now),
                asked.IsCopy)
            : code;
    }

    private static void Print(TrailCall[] calls, Asked asked)
    {
        foreach (var call in calls.Take(asked.Limit))
        {
            Console.WriteLine(asked.IsJson
                ? JsonSerializer.Serialize(call, TrailJson.Default.TrailCall)
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{asked.Words(call.At)}  {Spoken.Now.Of(call.Who)}  {call.Service}:{call.Action}  {call.Region}  ")
                    + string.Join(", ", call.Resources.Take(2))
                    + (call.Refusal is { } refusal ? $"  {Say.TrailRefused(refusal)}" : ""));
        }

        if (calls.Length > asked.Limit)
        {
            Console.Error.WriteLine(Say.TrailMore($"{calls.Length - asked.Limit}"));
        }
        else if (calls.Length == 0)
        {
            Console.Error.WriteLine(Say.TrailNothing);
        }
    }

    private static async Task<int> UnreadableAsync(Dictionary<string, string?> hashes)
    {
        foreach (var key in hashes.Where(static file => file.Value is null).Select(static file => file.Key))
        {
            await Console.Error.WriteLineAsync(Say.TrailFileUnreadable(key));
        }

        return ExitCode.Problems;
    }

    /// <summary>A copy may hold what was found and no more, so there a file that is missing proves nothing.</summary>
    private static async Task<int> TellAsync(TrailCheck check, bool isCopy)
    {
        var faults = check.Faults.Where(one => !isCopy || one.Fault != TrailFault.Missing).ToArray();
        foreach (var (key, fault) in faults)
        {
            await Console.Error.WriteLineAsync(fault switch
            {
                TrailFault.Missing => Say.TrailFileMissing(key),
                TrailFault.Changed => Say.TrailFileChanged(key),
                TrailFault.NotListed => Say.TrailFileNotListed(key),
                _ => Say.TrailFileUnreadable(key),
            });
        }

        if (check.Faults.Length - faults.Length is > 0 and var others)
        {
            await Console.Error.WriteLineAsync(Say.TrailNotInCopy($"{others}"));
        }

        await Console.Error.WriteLineAsync(Say.TrailChecked($"{check.Files}", $"{check.Digests}", $"{check.NotYetListed}"));
        return faults.Length == 0 && check.Digests > 0 ? ExitCode.Done : ExitCode.Problems;
    }

    /// <summary>Under its own key, so that a copy is a trail as well; what would lead out of the folder is no key of one.</summary>
    private static void Keep(string folder, string key, byte[] packed)
    {
        var path = Path.GetFullPath(Path.Combine(folder, key));
        if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new IOException(Say.NoFolder(key, folder));
        }

        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, packed);
    }

    /// <summary>What the command line asks.</summary>
    private sealed record Asked(
        TrailQuestion Question, bool IsCopy, string? Region, int Limit, bool Check, string? Output, bool IsJson, TimeZoneInfo Zone)
    {
        /// <summary>A time by the clock of the center, to the second.</summary>
        public string Words(DateTimeOffset at) =>
            TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
    }
}

/// <summary>Calls as one JSON object a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrailCall))]
internal sealed partial class TrailJson : JsonSerializerContext;
