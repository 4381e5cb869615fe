using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using ContactCenter.Aws.Contacts;
using ContactCenter.Cli.Classification;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter models</c>: which classifier serves, one of your own, and back to the one before it.</summary>
internal static class ModelsCommand
{
    private const int MaximumReason = 200;

    // far above every model that is meant
    private const long MaximumModel = 64L * 1024 * 1024;

    public static Command Create()
    {
        var bucket = new Option<string>("--bucket") { Description = Say.OptionBucket, Required = true, Recursive = true };
        var prefix = new Option<string>("--prefix")
        {
            Description = Say.OptionPrefix,
            Recursive = true,
            DefaultValueFactory = static _ => S3ModelStore.DefaultPrefix,
        };
        var list = new Command("list", Say.HelpModelsList);
        var rollback = new Command(
            "rollback",
            Say.HelpModelsRollback);
        var publish = new Command(
            "publish", Say.HelpModelsPublish);
        var resume = new Command("resume", Say.HelpModelsResume);
        var file = new Argument<FileInfo>("file") { Description = Say.ArgumentPublished };
        var reason = new Option<string?>("--reason") { Description = Say.OptionReason };
        var drop = new Option<bool>("--drop-topics") { Description = Say.OptionLoseTopics };
        publish.Arguments.Add(file);
        var json = new Option<bool>("--json") { Description = Say.OptionJsonOne };
        list.Options.Add(json);
        publish.Options.Add(reason);
        publish.Options.Add(drop);
        rollback.Options.Add(reason);
        publish.SetAction((parsed, cancellation) => Run(
            parsed.GetValue(bucket)!,
            parsed.GetValue(prefix)!,
            (store, stop) => PublishAsync(store, parsed.GetValue(file)!, Short(parsed.GetValue(reason)), parsed.GetValue(drop), stop),
            cancellation));
        resume.SetAction((parsed, cancellation) => Run(parsed.GetValue(bucket)!, parsed.GetValue(prefix)!, ResumeAsync, cancellation));
        list.SetAction((parsed, cancellation) => Run(
            parsed.GetValue(bucket)!,
            parsed.GetValue(prefix)!,
            (store, stop) => ListAsync(store, parsed.GetValue(json), stop),
            cancellation));
        rollback.SetAction((parsed, cancellation) =>
            Run(
                parsed.GetValue(bucket)!,
                parsed.GetValue(prefix)!,
                (store, stop) => RollBackAsync(store, Short(parsed.GetValue(reason)), stop),
                cancellation));
        return new Command(
            "models",
            Say.HelpModels)
        {
            bucket, prefix, list, publish, rollback, resume,
        };
    }

    private static async Task<int> Run(
        string bucket, string prefix, Func<S3ModelStore, CancellationToken, Task> action, CancellationToken cancellation)
    {
        try
        {
            using var client = ModelBucket.CreateClient(Environment.GetEnvironmentVariable);
            await action(new S3ModelStore(client, bucket, prefix), cancellation);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is AmazonClientException
            or AmazonServiceException
            or ModelFileException
            or InvalidOperationException
            or HttpRequestException
            or IOException
            or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"s3://{bucket}/{prefix}: {Spoken.Now.Problem(error.Message)}");
            return ExitCode.Problems;
        }
    }

    private static async Task ListAsync(S3ModelStore store, bool isJson, CancellationToken cancellation)
    {
        var (history, _) = await store.HistoryAsync(cancellation);
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(ListedModels.Of(history), ClassificationJson.Default.ListedModels));
        }
        else
        {
            Print(history);
        }
    }

    private static async Task PublishAsync(
        S3ModelStore store, FileInfo file, string? reason, bool mayDropTopics, CancellationToken cancellation)
    {
        if (file.Length > MaximumModel)
        {
            throw new ModelFileException(Say.ModelTooLarge(file.Name, $"{file.Length}", $"{MaximumModel}"));
        }

        var model = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var (before, after) = await new ModelRegister(store).PublishAsync(
            model, reason ?? "Published by hand.", mayDropTopics, TimeProvider.System.GetUtcNow(), cancellation);
        Console.WriteLine(Say.ModelPublished(after.Current!.Id, before.Current?.Id ?? ServedModel.PackagedId));
        Print(after);
    }

    private static async Task ResumeAsync(S3ModelStore store, CancellationToken cancellation)
    {
        var hold = await new ModelRegister(store).ResumeAsync(cancellation);
        Console.WriteLine(Say.ModelsResumed($"{hold.Since.UtcDateTime:yyyy-MM-dd HH:mm}"));
    }

    private static string? Short(string? reason) => reason is { Length: > MaximumReason } ? reason[..MaximumReason] : reason;

    private static async Task RollBackAsync(S3ModelStore store, string? reason, CancellationToken cancellation)
    {
        var (before, after) = await new ModelRegister(store).RollBackAsync(TimeProvider.System.GetUtcNow(), reason, cancellation);
        Console.WriteLine(Say.ModelRolledBack(before.Current!.Id, after.Current?.Id ?? ServedModel.PackagedId));
        Print(after);
    }

    private static void Print(ModelHistory history)
    {
        var mark = Say.ServesMark;
        foreach (var version in history.Versions)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{mark,-8}{version.Id,-18}{version.PromotedAt.UtcDateTime:yyyy-MM-dd HH:mm}Z  {100 * version.Accuracy,5:F1} %  "
                    + $"{version.Reason}"));
            mark = "";
        }

        Console.WriteLine($"{mark,-8}{ServedModel.PackagedId,-18}{Say.ComesWithProgram}");
        if (history.Hold is { } hold)
        {
            var why = hold.Reason is { } told ? $" ({told})" : "";
            Console.WriteLine(Say.ModelHeld($"{hold.Since.UtcDateTime:yyyy-MM-dd HH:mm}", hold.Model, why));
        }
    }
}
