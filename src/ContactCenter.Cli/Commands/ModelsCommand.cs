using System.CommandLine;
using System.Globalization;
using Amazon.Runtime;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Classification;
using ContactCenter.Core.Contacts.Retraining;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter models</c>: which classifier serves, and back to the one before it.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var bucket = new Option<string>("--bucket") { Description = "Bucket of the models.", Required = true, Recursive = true };
        var prefix = new Option<string>("--prefix")
        {
            Description = "What keys in the bucket begin with.",
            Recursive = true,
            DefaultValueFactory = static _ => S3ModelStore.DefaultPrefix,
        };
        var list = new Command("list", "Prints the models, the one in service first.");
        var rollback = new Command("rollback", "Puts the model before the one in service back; the functions follow within minutes.");
        list.SetAction((parsed, cancellation) => Run(parsed.GetValue(bucket)!, parsed.GetValue(prefix)!, ListAsync, cancellation));
        rollback.SetAction((parsed, cancellation) => Run(parsed.GetValue(bucket)!, parsed.GetValue(prefix)!, RollBackAsync, cancellation));
        return new Command(
            "models",
            """
            Shows which contact classifiers serve and served, and rolls back. Account, Region and endpoint are those of the environment, as for the AWS CLI.

            Examples:
              contactcenter models --bucket cc-prod-models list
              contactcenter models --bucket cc-prod-models rollback
            """)
        {
            bucket, prefix, list, rollback,
        };
    }

    private static async Task<int> Run(string bucket, string prefix, Func<S3ModelStore, CancellationToken, Task> action, CancellationToken cancellation)
    {
        try
        {
            using var client = ModelBucket.CreateClient(Environment.GetEnvironmentVariable);
            await action(new S3ModelStore(client, bucket, prefix), cancellation);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is AmazonClientException or AmazonServiceException or ModelFileException or InvalidOperationException or HttpRequestException)
        {
            Console.Error.WriteLine($"s3://{bucket}/{prefix}: {error.Message}");
            return ExitCode.Problems;
        }
    }

    private static async Task ListAsync(S3ModelStore store, CancellationToken cancellation) => Print((await store.HistoryAsync(cancellation)).History);

    private static async Task RollBackAsync(S3ModelStore store, CancellationToken cancellation)
    {
        var (before, after) = await new ModelRegister(store).RollBackAsync(cancellation);
        Console.WriteLine($"rolled back from {before.Current!.Id} to {after.Current?.Id ?? ServedModel.PackagedId}");
        Print(after);
    }

    private static void Print(ModelHistory history)
    {
        var mark = "serves";
        foreach (var version in history.Versions)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{mark,-8}{version.Id,-18}{version.PromotedAt.UtcDateTime:yyyy-MM-dd HH:mm}Z  {100 * version.Accuracy,5:F1} %  {version.Reason}"));
            mark = "";
        }

        Console.WriteLine($"{mark,-8}{ServedModel.PackagedId,-18}comes with the program");
    }
}
