using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A schedule of EventBridge Scheduler that calls one target in a role of its own; what it cannot hand over to a function goes to that
/// function's dead letters.
/// </summary>
internal sealed class Schedule : Construct
{
    /// <summary>What runs all the time.</summary>
    public const string EveryMinute = "rate(1 minute)";

    /// <summary>Adds a schedule that calls a function.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="function">What it calls.</param>
    /// <param name="expression">Such as <c>rate(1 minute)</c>.</param>
    public Schedule(ContactCenterStack stack, DeployedFunction function, string expression)
        : base(function, "Schedule")
    {
        var target = function.Lambda.FunctionArn;
        Caller = Role(stack, "lambda:InvokeFunction", target);
        function.DeadLetters!.GrantSendMessages(Caller);
        Add(stack, stack.Deployment.Names.Function(function.Function), expression, target, Caller, function.DeadLetters.QueueArn, "{}");
    }

    /// <summary>Adds a schedule that calls something else.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="name">Full name of the schedule.</param>
    /// <param name="expression">Such as <c>rate(1 minute)</c>.</param>
    /// <param name="call">The action of IAM and the ARN of what is called.</param>
    /// <param name="input">What is sent.</param>
    public Schedule(
        Construct scope, ContactCenterStack stack, string name, string expression, (string Action, string Target) call, string input)
        : base(scope, "Schedule")
    {
        Caller = Role(stack, call.Action, call.Target);
        Add(stack, name, expression, call.Target, Caller, deadLetters: null, input);
    }

    /// <summary>The role in which it calls, for what else the target asks of its caller.</summary>
    public Role Caller { get; }

    /// <summary>Only schedules of this account may take the role, so that nobody else's schedule can be pointed at it.</summary>
    private Role Role(ContactCenterStack stack, string action, string target)
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("scheduler.amazonaws.com", new ServicePrincipalOpts
            {
                Conditions = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, string> { ["aws:SourceAccount"] = stack.Account },
                },
            }),
        });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = [target] }));
        return role;
    }

    /// <summary>
    /// What is called every minute is tried again within it: then the next call is there already. What is called half-hourly at the most is
    /// tried for longer than a service is usually away.
    /// </summary>
    private static CfnSchedule.RetryPolicyProperty Retries(string expression) => expression == EveryMinute
        ? new() { MaximumRetryAttempts = 5, MaximumEventAgeInSeconds = 60 }
        : new() { MaximumRetryAttempts = 20, MaximumEventAgeInSeconds = 25 * 60 };

    private void Add(ContactCenterStack stack, string name, string expression, string target, Role role, string? deadLetters, string input)
    {
        var schedule = new CfnSchedule(this, "Resource", new CfnScheduleProps
        {
            Name = name,
            ScheduleExpression = expression,
            ScheduleExpressionTimezone = stack.Deployment.Configuration.TimeZone,
            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
            Target = new CfnSchedule.TargetProperty
            {
                Arn = target,
                RoleArn = role.RoleArn,
                Input = input,
                DeadLetterConfig = deadLetters is null ? null : new CfnSchedule.DeadLetterConfigProperty { Arn = deadLetters },
                RetryPolicy = Retries(expression),
            },
        });
        // Scheduler looks at the role's rights when the schedule is made
        schedule.Node.AddDependency(role);
    }
}
