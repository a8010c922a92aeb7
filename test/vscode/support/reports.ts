/** A report with work and problems, without the section on plans, and without a blank to fill in. */
export const withoutPlan = `# 区水务局党支部书记2025年度抓基层党建工作述职报告

按照会议安排，现将本年度抓基层党建工作情况述职如下：

一、履职工作主要做法和成效

（一）建强支部班子。全年召开支委会十二次，研究党建议题三十项，党员参会率保持在九成以上。

（二）服务中心工作。党员先锋队参加防汛值守六十余人次，整改河道隐患十八处。

二、存在的主要问题及原因分析

一是理论学习不够深入。学用结合不紧，指导实践的办法不多。

二是联系群众不够经常。到村调研多为听汇报，入户走访偏少。
`;

/** A file that is no report, although it has numbered lines and blanks. */
export const notReport = `# Widget toolkit

## 安装

1. 下载安装包
2. 运行 XX 命令

（一）配置文件

____
`;
