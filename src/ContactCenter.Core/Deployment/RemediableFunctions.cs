using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>Which functions a configuration lets repairs touch, and within which limits: its own and those of this system.</summary>
public static class RemediableFunctions
{
    /// <summary>Every function whose reserved concurrency may be lifted, each once, with its limits.</summary>
    public static IReadOnlyDictionary<string, ReservedConcurrencySettings> Concurrency(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var limits = new Dictionary<string, ReservedConcurrencySettings>(StringComparer.Ordinal);
        if (configuration.Remediation.Hooks is { } hooks)
        {
            foreach (var hook in Hooks(configuration))
            {
                limits[hook] = hooks;
            }
        }

        foreach (var function in configuration.Functions)
        {
            if (function.ReservedConcurrency is { } reserved)
            {
                limits[function.Name] = reserved;
            }
        }

        return limits;
    }

    /// <summary>Every function that the configuration lists, with limits or without: leases outlive them.</summary>
    public static IReadOnlyList<string> Listed(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return [.. Hooks(configuration).Concat(configuration.Functions.Select(static function => function.Name)).Distinct()];
    }

    private static IEnumerable<string> Hooks(ContactCenterConfiguration configuration) => SystemFunctions.For(configuration)
        .Where(static function => function.IsHook).Select(hook => DeploymentNames.Of(configuration).Function(hook));

    /// <summary>
    /// Every function whose event sources shall not stay disabled, each once. Those of this system are among them: without its stream
    /// nobody is told of anything.
    /// </summary>
    public static IReadOnlyList<EventSourceSettings> EventSources(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var named = configuration.Remediation.EventSources;
        return
        [
            .. SystemFunctions.For(configuration)
                .Where(function => function.Kind == SystemFunctionKind.Stream)
                .Select(DeploymentNames.Of(configuration).Function)
                .Where(own => !named.Any(source => source.Function == own))
                .Select(own => new EventSourceSettings { Function = own }),
            .. named,
        ];
    }
}
