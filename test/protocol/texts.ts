/** A report in the genre with two things amiss: no section says what comes next, and one number is not filled in. */
export const REPORT = `2025年度述职报告

一、主要工作

（一）抓好学习。全年组织集体学习12次，撰写心得体会3篇。

（二）服务群众。今年以来，先后到*个村走访，帮助解决困难16件。

二、存在问题

学习还不够系统，调查研究的次数偏少，有时满足于完成任务。
`;

/** The same fault twice in a row, which one fix-all repairs: brackets of two widths. */
export const MIXED_BRACKETS = `2025年度述职报告

一、主要工作

（一)抓好学习。全年组织集体学习12次。

（二)服务群众。先后走访8个村。

二、存在问题

学习还不够系统。

三、下一步打算

坚持每月到村里走一走。
`;

/** No report, though it has headings and a star. */
export const README = `# 工具说明

## 安装

运行安装脚本，按提示操作。

## 使用

- 支持 * 通配符
`;
