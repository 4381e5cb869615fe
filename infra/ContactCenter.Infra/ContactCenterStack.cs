using Amazon.CDK;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra;

/// <summary>What every stack has: its name, its place, its tags.</summary>
internal abstract class ContactCenterStack : Stack
{
    /// <summary>
    /// What cfn-lint reports though it is meant. W3005: the CDK lets a function wait for its role, which a reference says already. W6001:
    /// an output that a person reads may name what another stack made.
    /// </summary>
    private static readonly Dictionary<string, object> NotFindings = new(StringComparer.Ordinal)
    {
        ["config"] = new Dictionary<string, object> { ["ignore_checks"] = new[] { "W3005", "W6001" } },
    };

    private readonly StandbyPlace? _place;

    /// <summary>Adds a stack to a deployment.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment that it is a part of.</param>
    /// <param name="name">Its name after the prefix, in kebab case.</param>
    /// <param name="description">One sentence, shown in the CloudFormation console.</param>
    /// <param name="place">Where it stands by, unless it is at home.</param>
    /// <param name="elsewhere">Where it stands for good, unless it is at home.</param>
    protected ContactCenterStack(
        Construct scope,
        Deployment deployment,
        string name,
        string description,
        StandbyPlace? place = null,
        Amazon.CDK.Environment? elsewhere = null)
        : base(scope, NameOf(deployment, name, place), new StackProps
        {
            StackName = NameOf(deployment, name, place),
            Description = description,
            Env = elsewhere ?? place?.Environment ?? deployment.Home,
        })
    {
        (Deployment, _place) = (deployment, place);
        TemplateOptions.Metadata = new Dictionary<string, object> { ["cfn-lint"] = NotFindings };
        Amazon.CDK.Tags.Of(this).Add("application", "contactcenter-serverless");
        Amazon.CDK.Tags.Of(this).Add("environment", deployment.Configuration.Environment);

        // of the stack alone: CloudFormation hands them on to what can bear them
        var alone = new TagProps { IncludeResourceTypes = ["aws:cdk:stack"] };
        Amazon.CDK.Tags.Of(this).Add("functions", deployment.IsNative ? "native" : "ready-to-run", alone);
        if (deployment.StandIns is { } standIns)
        {
            Amazon.CDK.Tags.Of(this).Add("aws-packages", FunctionPackage.Tag(standIns), alone);
        }
    }

    /// <summary>The deployment that it is a part of.</summary>
    public Deployment Deployment { get; }

    /// <summary>Whether it is in the Region of the instance, and so of all that it names there.</summary>
    public bool IsAtHome => _place is null;

    /// <summary>The full name of a thing of this deployment, such as <c>cc-prod-alarms</c>.</summary>
    public string Named(string name) => Deployment.Names.Named(name);

    /// <summary>A secret of the configuration as functions of this stack read it.</summary>
    public string Secret(string arn) => SecretReplica.In(_place?.Environment.Region, arn);

    private static string NameOf(Deployment deployment, string name, StandbyPlace? place) =>
        deployment.Names.Named(place is null ? name : $"{StandbyPlace.Prefix}{name}");
}
