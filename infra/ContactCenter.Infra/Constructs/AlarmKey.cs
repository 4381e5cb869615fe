using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>A key under which alarms of this account may publish.</summary>
internal sealed class AlarmKey : Key
{
    /// <summary>Adds the key; it outlives the stack, because backups need it.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="name">Full name, which becomes its alias.</param>
    /// <param name="description">What it encrypts.</param>
    public AlarmKey(Construct scope, string id, string name, string description)
        : base(scope, id, new KeyProps
        {
            Alias = $"alias/{name}",
            Description = description,
            EnableKeyRotation = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        }) =>
        AddToResourcePolicy(AlarmTopic.OfCloudWatch(this, "UseByAlarms", "*", "kms:Decrypt", "kms:GenerateDataKey*"));
}
