using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>How alarms are deployed.</summary>
public sealed record MonitoringSettings
{
    /// <summary>Stacks that share the alarms; CloudFormation takes 500 resources into one.</summary>
    [Description("Number of stacks that share the alarms, because CloudFormation takes 500 resources into one. Raise it when validate says so.")]
    [Range(1, 20)]
    public int Stacks { get; set; } = 1;
}
