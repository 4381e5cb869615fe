using Amazon.CDK;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Core.Validation;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Packaging;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Infra;

/// <summary>The CDK application: reads the one file, and makes every stack of it.</summary>
internal static class DeploymentApp
{
    /// <summary>Context key of the configuration's path: <c>cdk deploy -c config=prod.json</c>.</summary>
    public const string ConfigurationKey = "config";

    /// <summary>Context key of a folder with functions that were published otherwise; nothing is published then.</summary>
    public const string PackageKey = "package";

    /// <summary>Context key of a folder with the console, published otherwise.</summary>
    public const string ConsoleKey = "console";

    /// <summary>Context key that says whether functions are natively compiled: <c>auto</c>, <c>on</c> or <c>off</c>.</summary>
    public const string NativeKey = "native";

    private const string DefaultConfiguration = "contactcenter.json";

    /// <summary>Versions of Node whose end of life the JavaScript runtime behind the CDK does not print a banner about.</summary>
    private const string SilencedNode = "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION";

    /// <summary>
    /// The oldest version that package.json allows. The pinned CDK command line runs on it, and its banner would hide the problems of a
    /// configuration, which stand in the same output.
    /// </summary>
    private const string OldestNode = "20";

    private const string Packages = "artifacts/package";

    /// <summary>
    /// Behaviour of the CDK that newer applications have by default. It stands in code, so that tests synthesise what is deployed.
    /// </summary>
    private static readonly Dictionary<string, object> Flags = new(StringComparer.Ordinal)
    {
        ["@aws-cdk/core:checkSecretUsage"] = true,
        ["@aws-cdk/aws-iam:minimizePolicies"] = true,
        ["@aws-cdk/core:enablePartitionLiterals"] = true,
        ["@aws-cdk/aws-kms:aliasNameRef"] = true,
        ["@aws-cdk/aws-lambda:recognizeLayerVersion"] = true,
        ["@aws-cdk/aws-lambda:recognizeVersionProps"] = true,
        ["@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy"] = true,
        ["@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption"] = true,
        ["aws:cdk:enable-path-metadata"] = false,
    };

    /// <summary>An application without stacks.</summary>
    public static App Create()
    {
        if (System.Environment.GetEnvironmentVariable(SilencedNode) is null)
        {
            System.Environment.SetEnvironmentVariable(SilencedNode, OldestNode);
        }

        return new App(new AppProps { Context = Flags, AnalyticsReporting = false });
    }

    /// <summary>Synthesises what the command line's context asks for.</summary>
    /// <returns>0, or 1 after all problems were printed.</returns>
    public static int Run(TextWriter errors)
    {
        var app = Create();
        var path = app.Node.TryGetContext(ConfigurationKey) as string ?? DefaultConfiguration;
        if (ReadConfiguration(path, errors) is not { } configuration)
        {
            return 1;
        }

        if (FindPackage(app, errors) is not { } package)
        {
            return 1;
        }

        // the base is asked with the encoder that is deployed, so it is built with that one
        var weights = Path.Combine(package, EncoderLocation.FileName);
        var problems = new List<KnowledgeProblem>();
        var knowledge = configuration.SelfService.ArticlesOf(path) is { } articles
            ? ArticleSource.Open(
                articles, ArticleRules.Check, problems, File.Exists(weights) ? SentenceEncoder.Open(weights) : null)
            : null;
        if (problems.Count > 0)
        {
            problems.ForEach(errors.WriteLine);
            return 1;
        }

        if (FunctionPackage.StandIns(package) is { Count: > 0 } standIns)
        {
            errors.WriteLine($"{package}: the functions hold stand-ins for {string.Join(", ", standIns)}; "
                + "standins/README.md says more, and without this folder the feed is asked again");
        }

        string? console = null;
        if (configuration.Console is not null && (console = FindConsole(app, errors)) is null)
        {
            return 1;
        }

        using var packed = FunctionPackage.Pack(package, path, knowledge, console, configuration.SelfService.Editing);
        _ = new Deployment(app, configuration, package, packed);
        app.Synth();
        return 0;
    }

    /// <summary>Prints the contact flows of a configuration for people.</summary>
    /// <param name="path">The configuration; null: <c>contactcenter.json</c>.</param>
    /// <param name="output">Where the page goes.</param>
    /// <param name="errors">Where problems go.</param>
    /// <returns>0, or 1 after all problems were printed.</returns>
    public static int PrintFlows(string? path, TextWriter output, TextWriter errors)
    {
        path ??= DefaultConfiguration;
        if (ReadConfiguration(path, errors) is not { } configuration)
        {
            return 1;
        }

        if (configuration.Flows is null)
        {
            errors.WriteLine($"{path}: $.flows: this configuration deploys no flows");
            return 1;
        }

        output.Write(FlowDocument.Of(configuration));
        return 0;
    }

    private static string? FindPackage(App app, TextWriter errors)
    {
        if (app.Node.TryGetContext(PackageKey) is string package)
        {
            var problem = !FunctionPackage.IsPublished(package) ? "the functions with their model were not published into this folder"
                : FunctionPackage.IsNative(package) ? PackageBuild.Unusable(package)
                : null;
            if (problem is null)
            {
                return package;
            }

            errors.WriteLine($"{package}: {problem}");
            return null;
        }

        var native = app.Node.TryGetContext(NativeKey)?.ToString() ?? nameof(NativeChoice.Auto);
        if (!Enum.TryParse<NativeChoice>(native, ignoreCase: true, out var choice) || !Enum.IsDefined(choice))
        {
            errors.WriteLine($"-c {NativeKey}: found {native}; expected auto, on or off");
            return null;
        }

        var root = Directory.GetCurrentDirectory();
        var publisher = new PackagePublisher(root, errors);
        return new PackageBuild(
            Path.Combine(root, Packages), PackageInputs.Hash(root, publisher.SdkVersion()), publisher.Publish, errors).Ensure(choice);
    }

    private static string? FindConsole(App app, TextWriter errors)
    {
        if (app.Node.TryGetContext(ConsoleKey) is string folder)
        {
            if (ConsoleFunction.IsPublished(folder))
            {
                return folder;
            }

            errors.WriteLine($"{folder}: the console was not published into this folder");
            return null;
        }

        var root = Directory.GetCurrentDirectory();
        var publisher = new PackagePublisher(root, errors);
        var inputs = PackageInputs.Hash(root, publisher.SdkVersion(), withConsole: true);
        return new PackageBuild(Path.Combine(root, Packages), inputs, publisher.Publish, errors).EnsureConsole();
    }

    private static ContactCenterConfiguration? ReadConfiguration(string path, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"{path}: there is no such file; name one with -c {ConfigurationKey}=FILE");
            return null;
        }

        var reading = ConfigurationReader.Read(File.ReadAllBytes(path));
        foreach (var problem in reading.Problems)
        {
            errors.WriteLine($"{path}: {problem}");
        }

        var questions = reading.Configuration is { } right ? ConfigurationQuestions.About(right, TimeProvider.System.GetUtcNow()) : [];
        foreach (var question in questions)
        {
            errors.WriteLine($"{path}: please look at {reading.Located(question)}");
        }

        foreach (var notice in reading.Notices)
        {
            errors.WriteLine($"{path}: warning: {notice}");
        }

        return reading.Configuration;
    }
}
