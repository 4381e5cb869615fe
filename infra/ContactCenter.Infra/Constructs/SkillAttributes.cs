using Amazon.CDK.AWS.Connect;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>The skills and languages that contacts are routed by, as values that agents can be given proficiencies in.</summary>
internal sealed class SkillAttributes : Construct
{
    /// <summary>Adds an attribute for skills and one for languages, each only when contacts are routed by it.</summary>
    public SkillAttributes(ContactCenterStack stack)
        : base(stack, "Skills")
    {
        var routing = stack.Deployment.Configuration.Routing;
        Add(
            "Skill",
            routing.SkillAttribute,
            [.. routing.Topics.Values.Select(topic => topic.Skill).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
        Add("Language", routing.LanguageAttribute, [.. routing.Languages.Distinct()]);

        void Add(string id, string name, string[] values)
        {
            if (values.Length > 0)
            {
                _ = new CfnPredefinedAttribute(this, id, new CfnPredefinedAttributeProps
                {
                    InstanceArn = stack.Deployment.Configuration.Instance.Arn,
                    Name = name,
                    Values = new CfnPredefinedAttribute.ValuesProperty { StringList = values },
                });
            }
        }
    }
}
