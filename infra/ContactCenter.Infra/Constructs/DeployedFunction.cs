using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.Destinations;
using Amazon.CDK.AWS.Logs;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A function of this system: its package under its handler's name, with a role, a log group and dead letters of its own. The role
/// holds nothing but its log and its traces; whoever adds the function grants what it calls.
/// </summary>
internal sealed class DeployedFunction : Construct
{
    /// <summary>The name of what hooks are called by: the version that this deployment published.</summary>
    public const string Live = "live";

    /// <summary>The managed runtime; the library has no constant for it.</summary>
    private static readonly Runtime Dotnet = new("dotnet10", RuntimeFamily.DOTNET_CORE);

    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>Adds the function <c>&lt;prefix&gt;-&lt;name&gt;</c>.</summary>
    /// <param name="stack">The stack that it belongs to.</param>
    /// <param name="function">What is known of it.</param>
    /// <param name="props">What it needs in this deployment.</param>
    public DeployedFunction(ContactCenterStack stack, SystemFunction function, DeployedFunctionProps? props = null)
        : base(stack, function.Handler)
    {
        props ??= new();
        Function = function;
        var name = stack.Deployment.Names.Function(function);
        var log = new LogGroup(this, "Log", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{name}",
            Retention = RetentionDays.THREE_MONTHS,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = $"What {name} may do.",
        });
        log.GrantWrite(Role);
        var package = stack.Deployment.CodeOf(function);
        var isNative = stack.Deployment.IsNative && function.Package != SystemPackage.Console;
        Lambda = new Function(this, "Function", new FunctionProps
        {
            FunctionName = name,
            Description = $"{function.Handler} of ContactCenterServerless.",
            Runtime = isNative ? Runtime.PROVIDED_AL2023 : Dotnet,
            Architecture = Architecture.X86_64,
            Handler = isNative ? FunctionPackage.Executable : package.Handler,
            Code = Code.FromAsset(package.Folder),
            Role = Role,
            Timeout = Duration.Millis(function.Timeout.TotalMilliseconds),
            MemorySize = function.MemoryMegabytes,
            ReservedConcurrentExecutions = stack.Deployment.Configuration.Account.CanReserve ? function.ReservedConcurrency : null,
            Tracing = Tracing.ACTIVE,
            LogGroup = log,
            ParamsAndSecrets = props.Secrets.Count > 0 ? SecretsExtension() : null,
            Environment = new Dictionary<string, string>(props.Environment) { ["ANNOTATIONS_HANDLER"] = function.Handler },
            CurrentVersionOptions = new VersionOptions { RemovalPolicy = RemovalPolicy.RETAIN },
        });
        foreach (var (variable, id) in stack.IsAtHome ? stack.Deployment.Bot?.Variables ?? NoVariables : NoVariables)
        {
            Lambda.AddEnvironment(variable, id);
        }

        if (function.Kind == SystemFunctionKind.Hook
            && function != SystemFunctions.AnswerCall
            && stack.Deployment.Configuration.Synthetic is not null)
        {
            Lambda.AddEnvironment("SYNTHETIC_MARK_ARN", stack.Deployment.Names.SyntheticMark);
            AllowMark();
        }

        Called = function.IsHook ? new Alias(this, "Live", new AliasProps { AliasName = Live, Version = Lambda.CurrentVersion }) : Lambda;
        if (props.Secrets.Count > 0)
        {
            Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = [.. props.Secrets]
            }));
        }

        if (function.HasDeadLetters)
        {
            DeadLetters = new DeadLetters(this, stack.Deployment.Names.DeadLetters(function));
        }

        if (function.Kind == SystemFunctionKind.Event)
        {
            Lambda.ConfigureAsyncInvoke(new EventInvokeConfigOptions
            {
                RetryAttempts = props.Retries,
                MaxEventAge = props.MaximumAge,
                OnFailure = new SqsDestination(DeadLetters!),
            });
        }
    }

    /// <summary>What is known of it.</summary>
    public SystemFunction Function { get; }

    /// <summary>The function.</summary>
    public Function Lambda { get; }

    /// <summary>
    /// What its callers name. A hook is an alias: code and configuration of a function change one after the other, and a caller must never
    /// meet the new runtime with the old code. The version that was called before stays, to go back to.
    /// </summary>
    public IFunction Called { get; }

    /// <summary>Its own role: it is granted what the function calls.</summary>
    public Role Role { get; }

    /// <summary>What it gave up; null where the caller waits for the answer and so knows of the failure.</summary>
    public DeadLetters? DeadLetters { get; }

    /// <summary>
    /// Gives it the packaged model, for as long as no other is in service and to fall back to. The layer is of its own stack: what another
    /// stack imports could not be replaced, and each model is a new version.
    /// </summary>
    public void AddPackagedModel() => AddLayer(
        "PackagedModel", "The model for common topics that comes with the program.",
        ((ContactCenterStack)Stack.Of(this)).Deployment.ModelLayer);

    /// <summary>Gives it the encoder, where one was made before this deployment.</summary>
    public void AddEncoder()
    {
        if (((ContactCenterStack)Stack.Of(this)).Deployment.EncoderLayer is { } layer)
        {
            AddLayer("Encoder", "Weights of the encoder that knows English; their notices are in the file.", layer);
        }
    }

    /// <summary>Lets it do named things with items of named partitions of a table.</summary>
    /// <param name="table">ARN of the table.</param>
    /// <param name="actions">Actions of DynamoDB, without their prefix.</param>
    /// <param name="partitions">The partitions, each with <c>*</c> for what may be anything.</param>
    public void AllowItems(string table, string[] actions, params string[] partitions) =>
        Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = [.. actions.Select(static action => $"dynamodb:{action}")],
            Resources = [table],
            Conditions = new Dictionary<string, object>
            {
                ["ForAllValues:StringLike"] = new Dictionary<string, object> { ["dynamodb:LeadingKeys"] = partitions },
            },
        }));

    /// <summary>
    /// Lets it read the mark of synthetic contacts, by its name: hooks stand before the stack that makes it. Secrets Manager ends the ARN
    /// with six letters of its own.
    /// </summary>
    public void AllowMark()
    {
        var stack = (ContactCenterStack)Stack.Of(this);
        Allow(
            ["secretsmanager:GetSecretValue"],
            $"arn:{stack.Partition}:secretsmanager:{stack.Region}:{stack.Account}:secret:{stack.Deployment.Names.SyntheticMark}-??????");
    }

    /// <summary>Allows actions on named resources.</summary>
    public void Allow(string[] actions, params string[] resources) =>
        Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = resources }));

    private void AddLayer(string id, string description, string content)
    {
        var stack = Stack.Of(this);
        Lambda.AddLayers(stack.Node.TryFindChild(id) as LayerVersion ?? new LayerVersion(stack, id, new LayerVersionProps
        {
            Description = description,
            Code = Code.FromAsset(content),
        }));
    }

    /// <summary>Secrets are kept in the function for five minutes, so the extension need not keep them as well.</summary>
    private static ParamsAndSecretsLayerVersion SecretsExtension() => ParamsAndSecretsLayerVersion.FromVersion(
        ParamsAndSecretsVersions.V1_0_103,
        new ParamsAndSecretsOptions { CacheEnabled = false, LogLevel = ParamsAndSecretsLogLevel.WARN });
}

/// <summary>What a function needs besides what is known of it everywhere.</summary>
internal sealed record DeployedFunctionProps
{
    /// <summary>Environment variables; names and ARNs, never a secret.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>ARNs of the secrets that it reads, through Secrets Manager's extension, which is added when there are any.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How often Lambda tries again what came asynchronously; 0 to 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How long what came asynchronously is worth trying; a minute to six hours.</summary>
    public Duration MaximumAge { get; init; } = Duration.Hours(6);
}
